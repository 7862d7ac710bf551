using System.Text;
using CommunityDemand.Pipeline.Ingest.Formats.Encodings;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Encodings;

/// <summary>Encodings are told apart, or asked for; letters are never taken for others.</summary>
public sealed class EncodingFinderTests
{
    private const string Head = "community,service,date,visits\n";

    [Theory]
    [InlineData(1252, "Montréal,library\nGrünau,library\nMálaga,library\nÅlesund,library\n")]
    [InlineData(1252, "Straße,Bücherei\nGrünau,Bücherei\n")]
    [InlineData(1252, "Bibliothèque,prêt\nCafé,goûter\n")]
    [InlineData(1250, "Łódź,świetlica\nKraków,książki\nGdańsk,żłobek\n")]
    [InlineData(1250, "Český Krumlov,knihovna\nŽižkov,školka\nPlzeň,přednáška\n")]
    [InlineData(1251, "Москва,библиотека\nКазань,поликлиника\n")]
    [InlineData(20866, "Москва,библиотека\nКазань,поликлиника\n")]
    [InlineData(54936, "河滨社区,助餐\n东风街道,日间照料\n新华社区,图书馆\n")]
    [InlineData(950, "河濱社區,圖書館\n中正區,日間照料\n大安社區,活動中心的服務\n")]
    [InlineData(932, "みなと区,図書館\nさくら町,デイサービス\n")]
    [InlineData(51932, "みなと区,図書館\nさくら町,デイサービス\n")]
    [InlineData(949, "강남구,도서관\n서초동,주민센터\n")]
    public void Find_OldEncoding_GivesTheLettersBack(int codePage, string rows)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

        var verdict = Find(encoding.GetBytes(Head + rows));

        verdict.Doubt.ShouldBeNull();
        verdict.Encoding!.GetString(encoding.GetBytes(rows)).ShouldBe(rows);
        verdict.Name.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    [InlineData("utf-32le")]
    [InlineData("utf-32be")]
    public void Find_WideCharactersWithoutMark_AreSeen(string name)
    {
        var text = Head + string.Concat(Enumerable.Repeat("河滨,这次在社区食堂吃饭，态度很好，但是等待时间太长了,2026-03-01,5\n", 20));
        Encoding encoding = name switch
        {
            "utf-16le" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            "utf-16be" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            "utf-32le" => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
            _ => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        };

        Find(encoding.GetBytes(text)).Encoding!.GetString(encoding.GetBytes(text)).ShouldBe(text);
    }

    [Fact]
    public void Find_Utf8WithOneCutCharacter_IsUtf8()
    {
        var bytes = Encoding.UTF8.GetBytes(Head + "Z05河滨,library\nZ05河滨,library\nZ05河滨,备注\n");

        var verdict = Find([.. bytes[..^2], (byte)'\n']);

        verdict.Encoding.ShouldBe(Encoding.UTF8);
        verdict.HasBroken.ShouldBeTrue();
    }

    [Fact]
    public void Find_LinesOfTwoEncodings_AreRefused()
    {
        byte[] bytes =
            [.. Encoding.UTF8.GetBytes(Head + "Málaga,a\nÅlesund,b\nGrünau,c\nMünchen,d\n"),
                .. Encoding.Latin1.GetBytes("Málaga,a\nÅlesund,b\nGrünau,c\nMünchen,d\n")];

        Find(bytes).Doubt!.Kind.ShouldBe(EncodingDoubtKind.Mixed);
    }

    [Fact]
    public void Find_Noise_IsRefused()
    {
        var noise = new byte[4000];
        new Random(7).NextBytes(noise);

        Find(noise).Encoding.ShouldBeNull();
    }

    [Theory]
    [InlineData("CafÃ©", true)]
    [InlineData("Ã…lesund", true)]
    [InlineData("æ²³æ»¨", true)]
    [InlineData("Café", false)]
    [InlineData("SÃO PAULO", false)]
    [InlineData("Âncora", false)]
    [InlineData("河滨", false)]
    public void IsIn_TextEncodedTwice_IsSeen(string text, bool expected) => TwiceEncoded.IsIn(text).ShouldBe(expected);

    private static EncodingVerdict Find(byte[] bytes)
    {
        var evidence = new TextEvidence();
        evidence.Append(bytes);
        return EncodingFinder.Find(bytes, evidence);
    }
}
