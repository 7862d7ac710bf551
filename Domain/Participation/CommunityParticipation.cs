namespace CommunityDemand.Domain.Participation;

/// <summary>
/// Who took part in one community on one date or, averaged, over a quarter's dates.
/// <list type="bullet">
/// <item>What rows say of the eligible counts once, however many channels repeat it: the largest of them.</item>
/// <item>A row without channel and mode is the total. Without one the rows' sum is:
/// each participant is taken to count in one of them.</item>
/// <item>A channel's rate is the share of all eligible who took part through it, so that channels add up.</item>
/// </list>
/// </summary>
public sealed class CommunityParticipation
{
    private readonly Dictionary<(ParticipationBreakdown Breakdown, string Category), double> _participants;

    private CommunityParticipation(
        double eligible, double estimated, Dictionary<(ParticipationBreakdown Breakdown, string Category), double> participants) =>
        (Eligible, Estimated, _participants) = (eligible, estimated, participants);

    /// <summary>Category of the total.</summary>
    public const string All = "all";

    /// <summary>Persons who could take part.</summary>
    public double Eligible { get; }

    /// <summary>How many of them the population count stands for.</summary>
    public double Estimated { get; }

    /// <summary>Persons by breakdown and category.</summary>
    public IReadOnlyDictionary<(ParticipationBreakdown Breakdown, string Category), double> Participants => _participants;

    /// <summary>Reads a date's rows.</summary>
    /// <param name="entries">Of one community and date; one or more.</param>
    /// <param name="population">Who may take part by the population count, for rows that don't say; null if not counted.</param>
    /// <returns>Null where nobody says who may take part, or nobody may.</returns>
    public static CommunityParticipation? Of(IReadOnlyList<ParticipationEntry> entries, double? population)
    {
        var given = entries.Max(entry => entry.Eligible);
        if ((given ?? population) is not { } eligible || !(eligible > 0)) return null;
        var participants = new Dictionary<(ParticipationBreakdown, string), double>
        {
            [(ParticipationBreakdown.Total, All)] =
                (entries.Any(entry => entry.IsTotal) ? entries.Where(entry => entry.IsTotal) : entries).Sum(entry => entry.Participants),
        };
        foreach (var entry in entries)
        {
            if (entry.Channel is { } channel) Add((ParticipationBreakdown.Channel, channel), entry.Participants);
            if (entry.Mode is { } mode) Add((ParticipationBreakdown.Mode, mode), entry.Participants);
        }

        return new CommunityParticipation(eligible, given is null ? eligible : 0, participants);

        void Add((ParticipationBreakdown, string) key, double more) => participants[key] = participants.GetValueOrDefault(key) + more;
    }

    /// <summary>
    /// The mean over several dates: a quarter counted monthly tells of persons still, not of persons three times. A category that a date
    /// leaves out counts 0 on it.
    /// </summary>
    public static CommunityParticipation Mean(IReadOnlyList<CommunityParticipation> dates) => new(
        dates.Average(date => date.Eligible),
        dates.Average(date => date.Estimated),
        dates.SelectMany(date => date._participants.Keys)
            .Distinct()
            .ToDictionary(key => key, key => dates.Average(date => date._participants.GetValueOrDefault(key))));

    /// <summary>Whether it tells its participants apart so.</summary>
    public bool Tells(ParticipationBreakdown breakdown) => _participants.Keys.Any(key => key.Breakdown == breakdown);

    /// <summary>A category's count; 0 of the eligible for one that it does not name.</summary>
    public ParticipationCount Count(ParticipationBreakdown breakdown, string category) =>
        new(_participants.GetValueOrDefault((breakdown, category)), Eligible, Estimated);
}
