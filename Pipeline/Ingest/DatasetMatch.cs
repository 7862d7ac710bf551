using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>The dataset that a file belongs to by its content; its name breaks ties, and places what fits nothing.</summary>
/// <param name="Schema">The dataset.</param>
/// <param name="Fits">Whether its header does; otherwise only the name says so, and the account tells what is wrong.</param>
/// <param name="Others">Other datasets that its header fits.</param>
internal sealed record DatasetMatch(DatasetSchema Schema, bool Fits, IReadOnlyList<DatasetSchema> Others)
{
    /// <summary>The match of a file; null where nothing tells.</summary>
    public static DatasetMatch? Of(string name, IReadOnlyList<string> header, MappingCatalogue catalogue)
    {
        var named = ByName(name);
        var fitting = Fitting(name, header, catalogue);
        if ((named is not null && fitting.Contains(named) ? named : fitting.FirstOrDefault() ?? named) is not { } schema) return null;
        return new DatasetMatch(schema, fitting.Contains(schema), [.. fitting.Where(other => other != schema)]);
    }

    /// <summary>The dataset that a file's name begins with; null where there is none.</summary>
    public static DatasetSchema? ByName(string name) => DatasetCatalogue.All.Values
        .Where(schema => name.StartsWith(schema.Name, StringComparison.OrdinalIgnoreCase)
            && (name.Length == schema.Name.Length || !char.IsLetter(name[schema.Name.Length])))
        .MaxBy(schema => schema.Name.Length);

    /// <summary>Says of a file that nothing tells its dataset.</summary>
    /// <param name="more">What else is known of its header.</param>
    public static Message None(IReadOnlyList<string> header, IReadOnlyList<Message> more) => Rejection.Of(
        [HeaderMessages.FitsNothing(HeaderBinding.Shown(header), DatasetCatalogue.All.Keys.Order(StringComparer.Ordinal)), .. more]);

    // By mapping first; of two datasets that a header fits, the one that knows more of the columns is meant.
    private static DatasetSchema[] Fitting(string name, IReadOnlyList<string> header, MappingCatalogue catalogue) =>
    [
        .. catalogue.Fitting(name, header).Select(mapping => mapping.Schema)
            .Concat(DatasetCatalogue.All.Values
                .Where(schema => HeaderBinding.Fits(schema, header))
                .OrderByDescending(schema => HeaderBinding.CountKnown(schema, header))
                .ThenBy(schema => schema.Name, StringComparer.Ordinal))
            .Distinct(),
    ];
}
