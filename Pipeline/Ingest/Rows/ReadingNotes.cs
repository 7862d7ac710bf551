using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>What was assumed of values while they were read.</summary>
internal static class ReadingNotes
{
    private const int ExamplesShown = 5;

    public static IEnumerable<Message> Of(DatasetSchema schema, ParseContext context) =>
        schema.Columns.SelectMany(
            column => OfDays(column.Name, context.FormsOf(column)).Concat(OfKeys(column.Name, context.KeysOf(column))));

    private static IEnumerable<Message> OfDays(string column, DayForms forms)
    {
        if (forms.HasFlag(DayForms.Serial)) yield return ReadingMessages.Serials(column);
        if (forms.HasFlag(DayForms.Minguo)) yield return ReadingMessages.Minguo(column);
        if (forms.HasFlag(DayForms.Offset)) yield return ReadingMessages.Offsets(column);
    }

    private static IEnumerable<Message> OfKeys(string column, KeySpellings keys)
    {
        var joined = keys.Joined.ToList();
        if (joined.Count == 0) yield break;
        yield return ReadingMessages.JoinedKeys(
            column, joined.Count,
            joined.Take(ExamplesShown).Select(key => ReadingMessages.JoinedKey(HeaderBinding.Shown([key.Text]), key.Spelling)));
    }
}
