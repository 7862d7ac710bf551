using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Quarantine;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Stores a pass: facts in container <c>staging</c> until a commit names them, rejected rows in <c>quarantine</c>.</summary>
internal sealed class StoredHarvest(IngestStorage storage) : IHarvestStore
{
    public IFactParts OpenFacts(DatasetSchema schema, string uploadId) => new FactPartWriter(storage.Staging, schema, uploadId);

    public IRejectedRows OpenRejected(string name, string path) => new QuarantineWriter(storage.Quarantine, name, path);

    public IFactSink Watch(IFactSink sink) => sink;
}
