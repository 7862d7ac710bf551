using CommunityDemand.Pipeline.Ingest.Formats.Dialects;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Tells how a delimited text was understood, where that is not a matter of course.</summary>
internal static class LayoutAssumptions
{
    public static IEnumerable<string> Of(TableLayout layout)
    {
        if (layout.IsEmpty) yield break;
        if (layout.Dialect.Delimiter != ",") yield return ReadingMessages.DelimiterFound(NameOf(layout.Dialect.Delimiter));
        if (layout.Above > 0) yield return ReadingMessages.Above(layout.Above, layout.FirstLine);
        if (layout.HeaderRows > 1) yield return ReadingMessages.HeaderOfRows(layout.HeaderRows, layout.FirstLine);
        if (!layout.HasHeader) yield return ReadingMessages.HeaderInvented;
    }

    private static string NameOf(string delimiter) => delimiter switch
    {
        "\t" => "tabs",
        " " => "spaces",
        _ => $"'{delimiter}'",
    };
}
