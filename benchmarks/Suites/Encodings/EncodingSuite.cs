using System.Runtime.CompilerServices;
using System.Text;
using CommunityDemand.Pipeline.Ingest.Formats.Encodings;

namespace CommunityDemand.Benchmarks.Suites.Encodings;

/// <summary>
/// Texts of which the folder tells the encoding: those that the project reads must come out letter by letter, the others be refused.
/// </summary>
internal sealed class EncodingSuite : ISuite
{
    // Folders name encodings as Python does, and the language after them.
    private static readonly Dictionary<string, int> CodePages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ascii"] = 65001,
        ["utf-8"] = 65001,
        ["utf-8-sig"] = 65001,
        ["utf-16"] = 1200,
        ["utf-16le"] = 1200,
        ["utf-16be"] = 1201,
        ["utf-32"] = 12000,
        ["utf-32le"] = 12000,
        ["utf-32be"] = 12001,
        ["gb2312"] = 54936,
        ["big5"] = 950,
        ["cp932"] = 932,
        ["shift_jis"] = 932,
        ["euc-jp"] = 51932,
        ["euc-kr"] = 949,
        ["cp949"] = 949,
        ["koi8-r"] = 20866,
        ["ibm855"] = 855,
        ["ibm866"] = 866,
        ["maccyrillic"] = 10007,
        ["tis-620"] = 874,
        ["iso-2022-jp"] = 50220,
        ["iso-2022-kr"] = 50225,
        ["iso-8859-1"] = 28591,
        ["iso-8859-2"] = 28592,
        ["iso-8859-5"] = 28595,
        ["iso-8859-6"] = 28596,
        ["iso-8859-7"] = 28597,
        ["iso-8859-9"] = 28599,
        ["windows-1250"] = 1250,
        ["windows-1251"] = 1251,
        ["windows-1252"] = 1252,
        ["windows-1254"] = 1254,
        ["windows-1255"] = 1255,
        ["windows-1256"] = 1256,
    };

    public string Repository => "chardet/chardet";

    public string Folder => "chardet";

    public string Goal => "97% of what is claimed read, under 1% wrong";

    public async IAsyncEnumerable<SuiteCase> RunAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "tests"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            var of = Path.GetFileName(Path.GetDirectoryName(path))!;
            if (of == "tests") continue;
            yield return Judge($"{of}/{Path.GetFileName(path)}", CodePageOf(of), await File.ReadAllBytesAsync(path, cancellationToken));
        }
    }

    private static SuiteCase Judge(string file, int? codePage, byte[] bytes)
    {
        var evidence = new TextEvidence();
        evidence.Append(bytes);
        var verdict = EncodingFinder.Find(bytes, evidence);
        if (verdict.Encoding is null)
        {
            var reason = $"{verdict.Doubt!.Kind} {string.Join(", ", verdict.Doubt.Names)}";
            return new SuiteCase(file, codePage is null ? SuiteOutcome.Refused : SuiteOutcome.Missed, reason);
        }

        if (codePage is null) return new SuiteCase(file, SuiteOutcome.Wrong, $"read as {verdict.Encoding.WebName}");
        var expected = CodePagesEncodingProvider.Instance.GetEncoding(codePage.Value) ?? Encoding.GetEncoding(codePage.Value);
        return Text(verdict.Encoding, bytes) == Text(expected, bytes)
            ? new SuiteCase(file, SuiteOutcome.Read)
            : new SuiteCase(file, SuiteOutcome.Wrong, $"read as {verdict.Encoding.WebName}");
    }

    // Bytes that one decoder marks, another drops.
    private static string Text(Encoding encoding, byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), encoding, detectEncodingFromByteOrderMarks: true);
        return string.Concat(reader.ReadToEnd().Where(c => !char.IsControl(c) && c != '\uFFFD' && c != '?'))
            .Normalize(NormalizationForm.FormKC);
    }

    private static int? CodePageOf(string folder)
    {
        if (CodePages.TryGetValue(folder, out var whole)) return whole;
        var dash = folder.LastIndexOf('-');
        return dash > 0 && CodePages.TryGetValue(folder[..dash], out var page) ? page : null;
    }
}
