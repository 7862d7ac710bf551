using CommunityDemand.Pipeline.Datasets.Values;
using CsCheck;

namespace CommunityDemand.Tests.Pipeline.Datasets.Values;

public sealed class KeyTextTests
{
    [Theory]
    [InlineData("T03", "T03")]
    [InlineData("\u00A0T03\u3000", "T03")]
    [InlineData("T\u200B0\u200F3\u00AD", "T03")]
    [InlineData("\uFEFFT03\u2060\u202C", "T03")]
    [InlineData("Ｔ０３", "T03")]
    [InlineData("Riverside  \t North", "Riverside North")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("CafÃ©", "Café")]
    [InlineData("Å“uvre", "œuvre")]
    [InlineData("Málaga", "Málaga")]
    [InlineData("=\"0107\"", "0107")]
    [InlineData("\"0107\"", "0107")]
    [InlineData("'0107", "0107")]
    [InlineData("“Riverside”", "Riverside")]
    [InlineData("O'Hara", "O'Hara")]
    [InlineData("Parks &amp; Gardens", "Parks & Gardens")]
    [InlineData("R&D; East", "R&D; East")]
    [InlineData("Riverside_x000D_", "Riverside")]
    [InlineData("河滨社区", "河滨社区")]
    [InlineData("가", "가")]
    [InlineData("ｶﾞｰﾃﾞﾝ", "ガーデン")]
    [InlineData("North\u3164Side", "North Side")]
    [InlineData("=\"01\"&\"07\"", "=\"01\"&\"07\"")]
    public void Normalize_Key_LosesWhatNobodySees(string text, string expected) => KeyText.Normalize(text).ShouldBe(expected);

    [Fact]
    public void Normalize_AnyText_IsNormalAlready() => Gen.String[Gen.Char["abcÉé\u0301 \u00A0\u200B'\"=&;x_0Ã©社（）Ａ"], 0, 12].Sample(text =>
    {
        var once = KeyText.Normalize(text);
        return KeyText.Normalize(once) == once;
    });

    [Theory]
    [InlineData("NULL")]
    [InlineData("n/a")]
    [InlineData("#N/A")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("无")]
    [InlineData("")]
    public void NullWords_WordForNoValue_AreKnown(string text) => NullWords.Contains(text).ShouldBeTrue();

    [Theory]
    [InlineData("0")]
    [InlineData("nowhere")]
    [InlineData("-1")]
    [InlineData("Nantes")]
    public void NullWords_Value_IsNone(string text) => NullWords.Contains(text).ShouldBeFalse();

    [Theory]
    [InlineData("1.10105E+17", true)]
    [InlineData("1,1E+17", true)]
    [InlineData("1E+12", true)]
    [InlineData("110105199001010000", false)]
    [InlineData("E-17", false)]
    [InlineData("A1E+17", false)]
    [InlineData("1.10105e17", true)]
    [InlineData("4E12", false)]
    public void IsRounded_Id_IsWhatASpreadsheetMadeOfDigits(string text, bool expected) => IdText.IsRounded(text).ShouldBe(expected);

    [Theory]
    [InlineData("0")]
    [InlineData("000-000")]
    [InlineData("xxx")]
    [InlineData("Unknown")]
    [InlineData("未知")]
    [InlineData("#REF!")]
    [InlineData("***")]
    public void IsPlaceholder_TextForNoId_IsOne(string text) => IdText.IsPlaceholder(text).ShouldBeTrue();

    [Theory]
    [InlineData("1")]
    [InlineData("A0")]
    [InlineData("unknown-7")]
    [InlineData("0x")]
    public void IsPlaceholder_Id_IsNone(string text) => IdText.IsPlaceholder(text).ShouldBeFalse();

    [Theory]
    [InlineData("unknown")]
    [InlineData("(blank)")]
    [InlineData("нет данных")]
    [InlineData("不详")]
    public void PlaceholderWords_WordForAnUnknownKey_AreKnown(string text) => PlaceholderWords.Contains(text).ShouldBeTrue();

    [Theory]
    [InlineData("Leer")]
    [InlineData("ND")]
    [InlineData("其他")]
    [InlineData("(Annexe)")]
    public void PlaceholderWords_Name_IsNone(string text) =>
        (PlaceholderWords.Contains(text) || PlaceholderWords.IsNoText(text)).ShouldBeFalse();
}
