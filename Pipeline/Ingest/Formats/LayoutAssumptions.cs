using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Tells how a delimited text was understood, where that is not a matter of course.</summary>
internal static class LayoutAssumptions
{
    public static IEnumerable<Message> Of(TableLayout layout)
    {
        if (layout.IsEmpty) yield break;
        if (layout.Dialect.Delimiter != ",") yield return Of(layout.Dialect.Delimiter);
        if (layout.Above > 0) yield return AssumptionMessages.Above(layout.Above, layout.FirstLine);
        if (layout.HeaderRows > 1) yield return AssumptionMessages.HeaderOfRows(layout.HeaderRows, layout.FirstLine);
        if (!layout.HasHeader) yield return AssumptionMessages.HeaderInvented();
    }

    private static Message Of(string delimiter) => delimiter switch
    {
        "\t" => AssumptionMessages.Tabs(),
        " " => AssumptionMessages.Spaces(),
        _ => AssumptionMessages.Delimiter(delimiter),
    };
}
