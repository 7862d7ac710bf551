using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Quarantine;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Where facts and rejected rows of a pass go.</summary>
internal interface IHarvestStore
{
    IFactParts OpenFacts(DatasetSchema schema, string uploadId);

    /// <param name="name">Name of the blob, should it come to be.</param>
    /// <param name="path">The upload that the rows are of.</param>
    IRejectedRows OpenRejected(string name, string path);

    /// <summary>The sink itself, or one that sees each good row before.</summary>
    IFactSink Watch(IFactSink sink);
}
