using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>Findings about demand, supply, files and feedback.</summary>
internal static class AttentionMessages
{
    /// <summary>A name with its figure of visits, to stand in a list.</summary>
    public static Message Visits(object name, double visits) => new("named.visits", ("name", name), ("visits", visits));

    /// <summary>A name with a count, to stand in a list.</summary>
    public static Message Counted(object name, int count) => new("named.count", ("name", name), ("count", count));

    /// <param name="shortage">Person-visits that will go unserved.</param>
    /// <param name="share">The shortage as a share of the demand.</param>
    /// <param name="places">Messages of <see cref="Visits"/>.</param>
    /// <param name="period">Length of a period.</param>
    /// <param name="worst">First day of the worst period.</param>
    public static Message Shortage(
        Message service, double shortage, double demand, double share, DateOnly until, IReadOnlyList<Message> places, Frequency period,
        DateOnly worst) => new(
        period switch
        {
            Frequency.Daily => "shortage.service",
            Frequency.Weekly => "shortage.service_week",
            _ => "shortage.service_month",
        },
        ("service", service), ("shortage", shortage), ("demand", demand), ("share", share), ("until", until), ("places", places),
        ("worst", worst));

    public static Message MoreShortages(int count) => new("shortage.others", ("count", count));

    public static Message Tight(IReadOnlyList<Message> services) => new("shortage.tight", ("services", services));

    public static Message NoCapacity() => new("shortage.no_capacity");

    /// <param name="drift">Column Drift of ForecastAccuracy.</param>
    public static Message CityDrift(string drift, Message service, DateOnly since) =>
        new($"drift.{drift}", ("service", service), ("since", since));

    /// <param name="services">Messages of <see cref="Counted"/>.</param>
    public static Message CommunitiesDrift(IReadOnlyList<Message> services) => new("drift.communities", ("services", services));

    public static Message NoUploads() => new("uploads.none");

    public static Message UploadFailed(string file, Message why) => new("uploads.failed", ("file", file), ("why", why));

    public static Message UploadDoubtful(string file, Message doubt) => new("uploads.doubts", ("file", file), ("doubt", doubt));

    public static Message MoreUploadsDoubtful(int count) => new("uploads.doubts_more", ("count", count));

    public static Message UploadHeld(string file, Message why) => new("uploads.held", ("file", file), ("why", why));

    public static Message MoreUploadsHeld(int count) => new("uploads.held_more", ("count", count));

    public static Message MoreUploadsFailed(int count) => new("uploads.failed_more", ("count", count));

    /// <param name="files">Files with rows in quarantine.</param>
    /// <param name="share">Rows in quarantine over rows read.</param>
    /// <param name="named">Paths of the files with most of these rows.</param>
    public static Message Quarantined(int files, long rows, double share, Message reason, IReadOnlyList<string> named) =>
        new("uploads.quarantined", ("count", files), ("rows", rows), ("share", share), ("reason", reason), ("files", named));

    public static Message Complaints(string area, Message service, DateOnly quarter, double rate, double limit, double centre) => new(
        "complaints.above", ("area", area), ("service", service), ("quarter", quarter), ("rate", rate), ("limit", limit),
        ("centre", centre));

    public static Message MoreComplaints(int count) => new("complaints.more_above", ("count", count));

    public static Message EmergingTerms(IReadOnlyList<string> terms) => new("themes.emerging", ("terms", terms));
}
