using System.ComponentModel.DataAnnotations;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>How uploads are taken in. Configuration section <c>Ingest</c>.</summary>
public sealed class IngestOptions
{
    /// <summary>
    /// Whether rows that name a service outside the catalogue (built in or uploaded as <c>services</c>) are rejected. Default: no.
    /// </summary>
    public bool ClosedCatalogue { get; set; }

    /// <summary>For how long facts that stopped counting stay readable for runs that have begun to read them. Default: 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan KeepSuperseded { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Age from which a file that no commit names was left by a crash, not by a pass under way. Default: 6 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan OrphanAge { get; set; } = TimeSpan.FromHours(6);
}
