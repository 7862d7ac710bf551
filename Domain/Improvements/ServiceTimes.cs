namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Response minutes of one service over some weeks. The week is the sampling unit, because the responses of one week are correlated:
/// means and variances are those of a ratio of two weekly sums (Särndal, Swensson and Wretman 1992, <i>Model Assisted Survey
/// Sampling</i>, section 5.6).
/// </summary>
public readonly record struct ServiceTimes
{
    private double Products { get; init; }

    private double MinuteSquares { get; init; }

    private double ResponseSquares { get; init; }

    /// <summary>Sum of the minutes.</summary>
    public double Minutes { get; private init; }

    /// <summary>Number of responses, 0 or more.</summary>
    public double Responses { get; private init; }

    /// <summary>Number of weeks with a response.</summary>
    public int Weeks { get; private init; }

    /// <summary>Mean minutes of a response; NaN without responses.</summary>
    public double Mean => Minutes / Responses;

    /// <summary>Variance of the logarithm of the mean, by linearisation; NaN for fewer than two weeks.</summary>
    public double LogVariance =>
        Math.Max(0, MinuteSquares - (2 * Mean * Products) + (Mean * Mean * ResponseSquares)) / Minutes / Minutes
            * Weeks / (Weeks > 1 ? Weeks - 1 : double.NaN);

    /// <summary>These times plus one more week.</summary>
    /// <param name="minutes">Sum of the week's minutes.</param>
    /// <param name="responses">Number of responses in the week; a week without responses changes nothing.</param>
    public ServiceTimes With(double minutes, int responses) => responses == 0 ? this : new()
    {
        Minutes = Minutes + minutes,
        Responses = Responses + responses,
        Weeks = Weeks + 1,
        Products = Products + (minutes * responses),
        MinuteSquares = MinuteSquares + (minutes * minutes),
        ResponseSquares = ResponseSquares + ((double)responses * responses),
    };
}
