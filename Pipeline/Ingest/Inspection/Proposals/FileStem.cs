using System.Text.RegularExpressions;

namespace CommunityDemand.Pipeline.Ingest.Inspection.Proposals;

/// <summary>The name of a file without ending and figures, which may be the name of what it is about.</summary>
internal static partial class FileStem
{
    /// <summary>The words of the name; the whole name where it has no word.</summary>
    public static string Of(string name)
    {
        var stem = name[..(name.IndexOf('.') is > 0 and var dot ? dot : name.Length)];
        var words = Figures().Replace(stem, "").Trim(' ', '-', '_');
        return words.Length > 0 ? words : stem;
    }

    [GeneratedRegex("[-_ ]*[0-9][-_0-9年月日]*", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
