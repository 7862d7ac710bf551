using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>What was assumed of values while they were read, and what is doubtful of them.</summary>
internal static class ReadingNotes
{
    private const int ExamplesShown = 5;

    public static IEnumerable<Message> Assumptions(DatasetSchema schema, ParseContext context) =>
        schema.Columns.SelectMany(
            column => OfDays(column.Name, context.FormsOf(column)).Concat(OfKeys(column.Name, context.KeysOf(column))));

    public static IEnumerable<Message> Doubts(DatasetSchema schema, ParseContext context)
    {
        foreach (var column in schema.Columns.Where(column => column is TextColumn))
        {
            var groups = SimilarKeys.Find(context.KeysOf(column).Keys).ToList();
            if (groups.Count == 0) continue;
            yield return ReadingMessages.SimilarKeys(column.Name, groups.Count, groups.Take(ExamplesShown).Select(ReadingMessages.Alike));
        }
    }

    /// <summary>
    /// Names that may be one, by column; whether they are is known where a catalogue is. Names of a catalogue itself differ by right.
    /// </summary>
    public static IReadOnlyList<SimilarName> SimilarNames(DatasetSchema schema, ParseContext context) =>
    [
        .. schema.Columns.Where(column => schema.Key.Length != 1 && SpeltKeys.Columns.Contains(column.Name))
            .SelectMany(column => Rows.SimilarNames.Find(column.Name, context.KeysOf(column).Rows)),
    ];

    /// <summary>The keys as the file spells them.</summary>
    public static byte[] Spelt(DatasetSchema schema, ParseContext context) => SpeltKeys.ToBytes(
        schema.Columns.Where(column => SpeltKeys.Columns.Contains(column.Name))
            .SelectMany(column => context.KeysOf(column).Keys.Select(key => new SpeltKey(column.Name, key))));

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
