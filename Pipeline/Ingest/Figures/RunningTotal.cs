namespace CommunityDemand.Pipeline.Ingest.Figures;

/// <summary>
/// Follows the figures of one series by day, forwards or backwards. Those of a running total never fall within a month or a year, and fall
/// to half and less where the next one begins. Without such a fall they rise evenly from nothing, or rise more evenly than counts can: the
/// differences of honest counts vary by twice the counts' mean at least (Poisson).
/// </summary>
internal sealed class RunningTotal
{
    /// <summary>A series is judged by itself from so many steps on: a year by month has eleven.</summary>
    public const int FewestSteps = 8;

    /// <summary>A series is judged among others from so many steps on.</summary>
    public const int FewestAmongMany = 4;

    private const int FewestRises = 12;
    private const int ManyRises = 20;
    private const int SmoothSteps = 40;
    private const double SmoothShare = 0.2;
    private const double LeastGrowth = 3;
    private const double MostAtFirst = 2.5;
    private const double EvenLow = 0.38;
    private const double EvenHigh = 0.62;

    private int _last = -1;
    private double _figure;
    private int _direction;
    private int _risesWithin;
    private int _risesOver;
    private int _fallsOfMonths;
    private int _fallsOfYears;
    private int _months;
    private int _years;
    private double _least = double.PositiveInfinity;
    private double _most;
    private double _sum;
    private double _change;
    private double _squares;
    private bool _isOther;

    public int Steps { get; private set; }

    public int Rises => _risesWithin + _risesOver;

    /// <summary>Whether several resets show a running total, as no honest series has.</summary>
    public bool IsSure => Rises >= ManyRises && _fallsOfMonths + _fallsOfYears >= 2;

    /// <summary>What the figures are.</summary>
    /// <param name="isAmongMany">Whether most series of the file must be the same, so that less is asked of each.</param>
    public RunningSpan SpanOf(bool isAmongMany)
    {
        if (_isOther) return RunningSpan.None;
        if (_fallsOfMonths > 0)
        {
            var isReset = _fallsOfMonths + _fallsOfYears == _months + _years && HasReset(_risesWithin, isAmongMany);
            return isReset ? RunningSpan.Month : RunningSpan.None;
        }

        if (_fallsOfYears > 0) return _fallsOfYears == _years && HasReset(Rises, isAmongMany) ? RunningSpan.Year : RunningSpan.None;
        if (_years > 0 || !(RisesFromNothing(isAmongMany) || IsSmooth())) return RunningSpan.None;
        return _months == 0 ? RunningSpan.Month : RunningSpan.Year;
    }

    public void Add(int day, double figure)
    {
        if (_isOther) return;
        if (_last >= 0) Step(day, figure);
        (_last, _figure) = (day, figure);
        _sum += figure;
        if (figure <= 0) return;
        _least = Math.Min(_least, figure);
        _most = Math.Max(_most, figure);
    }

    private bool HasReset(int rises, bool isAmongMany) =>
        _most >= LeastGrowth * _least && rises >= (isAmongMany ? FewestAmongMany + 1 : FewestRises);

    private bool RisesFromNothing(bool isAmongMany)
    {
        var fewest = isAmongMany ? FewestAmongMany : _risesWithin == 0 ? FewestSteps : ManyRises;
        var share = _sum / (Steps + 1) / _most;
        return Rises >= fewest && _most >= LeastGrowth * _least && _least * Steps <= MostAtFirst * (_most - _least)
            && share is > EvenLow and < EvenHigh;
    }

    private bool IsSmooth() =>
        Steps >= SmoothSteps && 2 * Rises >= Steps
        && _squares - (_change * _change / Steps) < SmoothShare * _sum / (Steps + 1) * (Steps - 1);

    private void Step(int day, double figure)
    {
        var direction = Math.Sign(day - _last);
        if (direction == 0 || direction == -_direction)
        {
            _isOther = true;
            return;
        }

        _direction = direction;
        Steps++;
        var (earlier, later) = direction > 0 ? (_figure, figure) : (figure, _figure);
        _change += later - earlier;
        _squares += (later - earlier) * (later - earlier);
        var (from, to) = (DateOnly.FromDayNumber(Math.Min(day, _last)), DateOnly.FromDayNumber(Math.Max(day, _last)));
        var isYear = from.Year != to.Year;
        if (isYear || from.Month != to.Month) Cross(isYear, earlier, later);
        else if (later < earlier) _isOther = true;
        else if (later > earlier) _risesWithin++;
    }

    // A fall where a month or year begins must be deep.
    private void Cross(bool isYear, double earlier, double later)
    {
        if (isYear) _years++;
        else _months++;
        if (later > earlier) _risesOver++;
        if (later >= earlier) return;
        if (2 * later > earlier) _isOther = true;
        else if (isYear) _fallsOfYears++;
        else _fallsOfMonths++;
    }
}

/// <summary>What a running total runs over.</summary>
internal enum RunningSpan
{
    None,
    Month,
    Year,
}
