using System.Text;

namespace CommunityDemand.Benchmarks.Suites.Pollock;

/// <summary>
/// Reads CSV as the module <c>csv</c> of Python does, by which the benchmark reads what was loaded and what should have been.
/// </summary>
internal static class PythonCsv
{
    public static List<string[]> Read(string text)
    {
        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var (isQuoted, hasCell, at) = (false, false, 0);
        while (at < text.Length)
        {
            var c = text[at++];
            if (isQuoted)
            {
                if (c != '"') cell.Append(c);
                else if (at < text.Length && text[at] == '"') cell.Append(text[at++]);
                else isQuoted = false;
            }
            else if (c == '"' && cell.Length == 0)
            {
                (isQuoted, hasCell) = (true, true);
            }
            else if (c == ',')
            {
                EndCell();
                hasCell = true;
            }
            else if (c == '\n')
            {
                EndRow();
            }
            else
            {
                cell.Append(c);
                hasCell = true;
            }
        }

        if (hasCell || row.Count > 0) EndRow();
        return rows;

        void EndCell()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            if (hasCell || row.Count > 0) EndCell();
            rows.Add([.. row]);
            row.Clear();
            hasCell = false;
        }
    }
}
