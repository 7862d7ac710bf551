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
    public Mapping? Find(DatasetSchema schema, string fileName, IReadOnlyList<string> header) =>
        Mappings.FirstOrDefault(mapping => mapping.Schema == schema && mapping.IsFor(fileName, header));

    /// <summary>Whether a file's name may decide which mapping it is read by.</summary>
    public bool GoesByName(UploadFile file) => Mappings.Any(mapping => mapping.Schema == file.Schema && mapping.FilePattern is not null);

    /// <summary>Parses mapping files; those that can't be used become faults.</summary>
    public static MappingCatalogue Of(IEnumerable<(string Name, byte[] Json)> files)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var mappings = new List<Mapping>();
        var faults = new List<Message>();
        foreach (var (name, json) in files)
        {
            digest.AppendData(Encoding.UTF8.GetBytes($"{name}\0{json.Length}\0"));
            digest.AppendData(json);
            try
            {
                mappings.Add(MappingParser.Parse(name, json));
            }
            catch (MappingException fault)
            {
                faults.Add(fault.Reason);
            }
        }

        return new MappingCatalogue(Convert.ToHexStringLower(digest.GetHashAndReset()), mappings, faults);
    }
}
