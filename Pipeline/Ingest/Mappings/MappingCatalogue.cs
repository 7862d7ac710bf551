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
        var fitting = Fitting(fileName, header).Where(mapping => mapping.Schema == schema).ToList();
        return fitting.Count <= 1
            ? fitting.FirstOrDefault()
            : throw new UnreadableUploadException(MappingMessages.SeveralFit(fitting.Select(mapping => mapping.Source)));
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
    public static MappingCatalogue Of(IEnumerable<(string Name, byte[] Json)> stored, IEnumerable<(string Name, byte[] Json)> shipped)
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
                mappings.Add(MappingParser.Parse(name, json) with { IsShipped = isShipped });
            }
            catch (MappingException fault)
            {
                faults.Add(fault.Reason);
            }
        }

        return new MappingCatalogue(Convert.ToHexStringLower(digest.GetHashAndReset()), mappings, faults);
    }
}
