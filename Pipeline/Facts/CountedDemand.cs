using System.Globalization;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// Demand of an upload by the period that its figures stand for. The ledger stores it as <c>day:1200;month:35</c>, so that the frequency of
/// a city is found without opening fact files.
/// </summary>
internal sealed class CountedDemand
{
    private readonly SortedDictionary<Frequency, double> _demand = [];

    public IReadOnlyDictionary<Frequency, double> ByPeriod => _demand;

    /// <summary>Whether all figures stand for periods of one length.</summary>
    public bool IsPure => _demand.Count <= 1;

    public void Add(Frequency period, double demand) => _demand[period] = _demand.GetValueOrDefault(period) + demand;

    public void Add(CountedDemand other)
    {
        foreach (var (period, demand) in other._demand) Add(period, demand);
    }

    public override string ToString() =>
        string.Join(';', _demand.Select(of => string.Create(CultureInfo.InvariantCulture, $"{of.Key.Code()}:{of.Value:R}")));

    /// <summary>Reads the result of <see cref="ToString"/>.</summary>
    public static CountedDemand Parse(string text)
    {
        var counted = new CountedDemand();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (Frequencies.TryParse(part[..colon], out var period))
                counted.Add(period, double.Parse(part[(colon + 1)..], CultureInfo.InvariantCulture));
        }

        return counted;
    }
}
