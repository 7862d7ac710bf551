using System.Security.Cryptography;
using System.Text;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Formats;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>The mappings in force.</summary>
/// <param name="Digest">Changes when they do.</param>
/// <param name="Mappings">In order of precedence: those stored by the user, then those shipped.</param>
/// <param name="Faults">What is wrong with mapping files that can't be used.</param>
internal sealed record MappingCatalogue(string Digest, IReadOnlyList<Mapping> Mappings, IReadOnlyList<Message> Faults)
{
    /// <summary>The mapping of a dataset that is for a file; null where it is in the dataset's own terms, or nobody's.</summary>
    /// <exception cref="UnreadableUploadException">Two mappings are for the file, and neither is more particular.</exception>
    public Mapping? Find(DatasetSchema schema, string fileName, IReadOnlyList<string> header)
    {
        var fitting = Only(Fitting(fileName, header).Where(mapping => mapping.Schema == schema));
        if (Hinting(schema, fileName) is not { } hinting || hinting == fitting) return fitting;
        throw new UnreadableUploadException(
            hinting.MissingIn(header) is { } missing
                ? MappingMessages.HintedWithout(hinting.Source, missing)
                : MappingMessages.SeveralFit([hinting.Source, fitting!.Source]));
    }

    /// <summary>What a mapping says about the opening of a file, whose header nobody knows yet.</summary>
    /// <param name="schema">Dataset of the file; null where it is not known yet.</param>
    /// <exception cref="UnreadableUploadException">Two mappings say it, and neither is more particular.</exception>
    public ReadingHints HintsFor(DatasetSchema? schema, string fileName) => Hinting(schema, fileName)?.Hints ?? ReadingHints.None;

    private Mapping? Hinting(DatasetSchema? schema, string fileName)
    {
        var hinting = Mappings.Where(mapping => mapping.HasHints && mapping.IsFor(fileName) && (schema ?? mapping.Schema) == mapping.Schema)
            .ToList();
        return Only(hinting.Exists(mapping => !mapping.IsShipped) ? hinting.Where(mapping => !mapping.IsShipped) : hinting);
    }

    private static Mapping? Only(IEnumerable<Mapping> mappings)
    {
        var all = mappings.ToList();
        return all.Count <= 1
            ? all.FirstOrDefault()
            : throw new UnreadableUploadException(MappingMessages.SeveralFit(all.Select(mapping => mapping.Source)));
    }

    /// <summary>
    /// The most particular mappings that are for a file: the user's before those shipped, those that name the file before those that name
    /// headers alone.
    /// </summary>
    public IReadOnlyList<Mapping> Fitting(string fileName, IReadOnlyList<string> header)
    {
        var fitting = Mappings.Where(mapping => mapping.IsFor(fileName, header)).ToList();
        return fitting.Count == 0
            ? []
            : [.. fitting.GroupBy(mapping => (mapping.IsShipped, mapping.FilePattern is null)).OrderBy(group => group.Key).First()];
    }

    /// <summary>The same catalogue with further mappings, which take the place of those of the same name.</summary>
    public MappingCatalogue With(IReadOnlyList<Mapping> further)
    {
        var names = further.Select(mapping => mapping.Source).ToHashSet();
        return this with { Mappings = [.. further, .. Mappings.Where(mapping => mapping.IsShipped || !names.Contains(mapping.Source))] };
    }

    /// <summary>Whether a file's name may decide which mapping it is read by.</summary>
    public bool GoesByName(UploadFile file) => Mappings.Any(mapping => mapping.Schema == file.Schema && mapping.FilePattern is not null);

    /// <summary>Parses mapping files; those that can't be used become faults.</summary>
    /// <param name="stored">Files of the user.</param>
    /// <param name="shipped">Files that are part of the program.</param>
    /// <param name="lookups">Tables beside the files of the user, by name.</param>
    public static MappingCatalogue Of(
        IEnumerable<(string Name, byte[] Json)> stored, IEnumerable<(string Name, byte[] Json)> shipped,
        IReadOnlyDictionary<string, LookupTable> lookups)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var mappings = new List<Mapping>();
        var faults = new List<Message>();
        foreach (var ((name, json), isShipped) in stored.Select(file => (file, false)).Concat(shipped.Select(file => (file, true))))
        {
            digest.AppendData(Encoding.UTF8.GetBytes($"{name}\0{json.Length}\0"));
            digest.AppendData(json);
            try
            {
                mappings.Add(LookupResolver.Resolve(MappingParser.Parse(name, json), lookups) with { IsShipped = isShipped });
            }
            catch (MappingException fault)
            {
                faults.Add(fault.Reason);
            }
        }

        foreach (var (name, table) in lookups.OrderBy(lookup => lookup.Key, StringComparer.Ordinal))
            digest.AppendData(Encoding.UTF8.GetBytes($"{name}\0{table.Hash}\0"));
        return new MappingCatalogue(Convert.ToHexStringLower(digest.GetHashAndReset()), mappings, faults);
    }
}
