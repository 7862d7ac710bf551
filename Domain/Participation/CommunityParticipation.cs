namespace CommunityDemand.Domain.Participation;

/// <summary>
/// Participants of one community on one date, or averaged over the dates of a quarter.
/// <list type="bullet">
/// <item>The number of eligible residents counts once, even if the rows of several channels repeat it: the largest number counts.</item>
/// <item>A row without channel and mode is the total. Where there is no such row, the total is the sum of the rows: each participant is
/// assumed to count in one row.</item>
/// <item>The rate of a channel is the share of all eligible residents who took part through it. Rates of channels therefore add
/// up.</item>
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

    /// <summary>Residents who could take part.</summary>
    public double Eligible { get; }

    /// <summary>Number of eligible residents that comes from the population count.</summary>
    public double Estimated { get; }

    /// <summary>Participants by breakdown and category.</summary>
    public IReadOnlyDictionary<(ParticipationBreakdown Breakdown, string Category), double> Participants => _participants;

    /// <summary>Reads the rows of one date.</summary>
    /// <param name="entries">Rows of one community and date; one or more.</param>
    /// <param name="population">
    /// Eligible residents according to the population count, for rows that give no number; null if unknown.
    /// </param>
    /// <returns>Null where the number of eligible residents is unknown or 0.</returns>
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
    /// The mean over several dates. A quarter with monthly counts thus still counts each person once. A category that is missing on a
    /// date counts as 0 on that date.
    /// </summary>
    public static CommunityParticipation Mean(IReadOnlyList<CommunityParticipation> dates) => new(
        dates.Average(date => date.Eligible),
        dates.Average(date => date.Estimated),
        dates.SelectMany(date => date._participants.Keys)
            .Distinct()
            .ToDictionary(key => key, key => dates.Average(date => date._participants.GetValueOrDefault(key))));

    /// <summary>Whether the rows distinguish participants by this breakdown.</summary>
    public bool Tells(ParticipationBreakdown breakdown) => _participants.Keys.Any(key => key.Breakdown == breakdown);

    /// <summary>The count of a category; 0 of the eligible residents for a category without rows.</summary>
    public ParticipationCount Count(ParticipationBreakdown breakdown, string category) =>
        new(_participants.GetValueOrDefault((breakdown, category)), Eligible, Estimated);
}
