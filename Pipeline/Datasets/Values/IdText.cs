using System.Text.RegularExpressions;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>Ids of rows, which are compared as they are written.</summary>
internal static partial class IdText
{
    /// <summary>
    /// Whether a spreadsheet took the text for a number and rounded it: <c>1.10105E+17</c> stands for a thousand million ids.
    /// </summary>
    public static bool IsRounded(ReadOnlySpan<char> text) => text.ContainsAny('E', 'e') && Rounded().IsMatch(text);

    [GeneratedRegex(@"^[0-9](?:[.,][0-9]+)?E\+[0-9]{2,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rounded();
}
