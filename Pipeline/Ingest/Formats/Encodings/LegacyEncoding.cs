using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>An encoding of before Unicode that offices still export in.</summary>
/// <param name="Name">Its name as an owner would say it.</param>
/// <param name="CodePage">Its number.</param>
/// <param name="Script">What is written in it.</param>
/// <param name="Prior">How much rarer it is than the usual one of its script, as points of plausibility.</param>
/// <param name="Voice">Its name in the detector that is asked too.</param>
internal sealed record LegacyEncoding(string Name, int CodePage, Script Script, double Prior = 0, string? Voice = null)
{
    /// <summary>All that are told apart.</summary>
    public static IReadOnlyList<LegacyEncoding> All { get; } =
    [
        new("GB18030", 54936, Script.Simplified),
        new("Big5", 950, Script.Traditional),
        new("Shift_JIS", 932, Script.Japanese, Voice: "shift-jis"),
        new("EUC-JP", 51932, Script.Japanese),
        new("EUC-KR", 949, Script.Korean),
        new("Windows-1252", 1252, Script.Western),
        new("ISO-8859-15", 28605, Script.Western, -0.08),
        new("Windows-1250", 1250, Script.CentralEuropean),
        new("ISO-8859-2", 28592, Script.CentralEuropean, -0.02),
        new("Windows-1251", 1251, Script.Cyrillic),
        new("KOI8-R", 20866, Script.Cyrillic, -0.02),
        new("ISO-8859-5", 28595, Script.Cyrillic, -0.04),
        new("IBM866", 866, Script.Cyrillic, -0.04),
        new("MacCyrillic", 10007, Script.Cyrillic, -0.06, "x-mac-cyrillic"),
        new("IBM855", 855, Script.Cyrillic, -0.08),
        new("Windows-1253", 1253, Script.Greek),
        new("ISO-8859-7", 28597, Script.Greek, -0.02),
        new("Windows-1254", 1254, Script.Turkish, -0.04),
        new("Windows-1255", 1255, Script.Hebrew),
        new("Windows-1256", 1256, Script.Arabic),
        new("ISO-8859-6", 28596, Script.Arabic, -0.04),
        new("TIS-620", 874, Script.Thai),
    ];

    /// <summary>Its decoder, which throws at bytes that it has no character for.</summary>
    public Encoding Strict =>
        CodePagesEncodingProvider.Instance.GetEncoding(CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Its decoder, which marks such bytes.</summary>
    public Encoding Lenient => CodePagesEncodingProvider.Instance.GetEncoding(
        CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;
}
