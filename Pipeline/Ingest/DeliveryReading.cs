using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>The reading of a delivery, which lasts over several attempts to commit it.</summary>
/// <param name="Delivery">The state of the blob.</param>
/// <param name="Content">What is known of its content.</param>
/// <param name="Catalogue">The mappings in force.</param>
/// <param name="Meter">Counts what is read.</param>
internal sealed record DeliveryReading(
    Delivery Delivery, UploadContent Content, MappingCatalogue Catalogue, IngestMeter Meter) : IDisposable
{
    /// <summary>What the first pass remembers.</summary>
    public FirstPass Memory { get; private set; } = new();

    /// <summary>How the values are written; null before a survey, which most files don't need.</summary>
    public SurveyedStyles? Styles { get; set; }

    /// <summary>The last pass; null before the first.</summary>
    public Harvest? Harvest { get; set; }

    /// <summary>Forgets a first pass that did not reach the end.</summary>
    public void Forget()
    {
        Memory.Dispose();
        Memory = new FirstPass();
    }

    public void Dispose() => Memory.Dispose();
}
