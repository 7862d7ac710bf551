using System.Text;

namespace CommunityDemand.Benchmarks.Suites.Workbooks;

/// <summary>CSV as Excel saves it on Windows and on a Mac.</summary>
internal static class SheetCsv
{
    private const int MacRoman = 10_000;

    public static List<string[]> Parse(byte[] bytes)
    {
        var text = Decode(bytes);
        var rows = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\r' or '\n')) cell.Append(c);
            else
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                rows.Add([.. cells]);
                cells.Clear();
            }
        }

        if (cell.Length > 0 || cells.Count > 0) rows.Add([.. cells, cell.ToString()]);
        return rows;
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(MacRoman)!.GetString(bytes);
        }
    }
}
