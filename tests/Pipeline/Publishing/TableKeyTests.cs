using CommunityDemand.Pipeline.Tables;
using CsCheck;

namespace CommunityDemand.Tests.Pipeline.Publishing;

public sealed class TableKeyTests
{
    private static readonly Gen<string> AnyText = Gen.Char.Array[0, 30].Select(chars => new string(chars));

    [Fact]
    public void Escape_AnyText_ComesBack() => AnyText.Sample(text => TableKey.Unescape(TableKey.Escape(text)) == text);

    [Fact]
    public void Escape_AnyText_HoldsNothingForbidden() => AnyText.Sample(text =>
        TableKey.Escape(text).All(c => !char.IsControl(c) && !char.IsSurrogate(c) && !"/\\#?%'|".Contains(c)));

    [Theory]
    [InlineData("day-care", "day-care")]
    [InlineData("浦东/花木", "浦东~002F花木")]
    [InlineData("a|b", "a~007Cb")]
    [InlineData("~", "~007E")]
    [InlineData("", "")]
    public void Escape_Example_ReadsSo(string text, string key) => TableKey.Escape(text).ShouldBe(key);

    [Fact]
    public void Escape_LongTexts_StayApartAndFit()
    {
        var (a, b) = (new string('x', 1000) + "a", new string('x', 1000) + "b");

        TableKey.Escape(a).Length.ShouldBe(160);
        TableKey.Escape(a).ShouldNotBe(TableKey.Escape(b));
        TableKey.Escape(a).ShouldBe(TableKey.Escape(a));
        Should.Throw<FormatException>(() => TableKey.Unescape(TableKey.Escape(a)));
    }

    [Fact]
    public void After_Prefix_BoundsExactlyItsKeys() => Gen.Select(AnyText, AnyText, AnyText).Sample((area, other, rest) =>
    {
        var prefix = TableKey.Prefix("run", area);
        var key = TableKey.Join("run", other, rest);
        var within = string.CompareOrdinal(key, prefix) >= 0 && string.CompareOrdinal(key, TableKey.After(prefix)) < 0;
        return within == (area == other);
    });
}
