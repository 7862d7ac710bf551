using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Tests.Domain.Supply;

public sealed class StaffTurnoverTests
{
    private static readonly DateOnly Start = new(2024, 12, 31);
    private static readonly DateOnly End = Start.AddDays(100);

    [Fact]
    public void Of_DecreasesAndAnIncrease_CountsWhoLeft()
    {
        // 10 for 40 days, 7 for 20, 9 for 30, 8 for 10: mean 400 + 140 + 270 + 80 = 890 / 100; 3 + 1 left.
        var turnover = StaffTurnover.Of([(Start.AddDays(-9), 10), (Day(41), 7), (Day(61), 9), (Day(91), 8)], Start, End)!.Value;

        turnover.Leavers.ShouldBe(4);
        turnover.MeanStaff.ShouldBe(8.9, 1e-12);
        turnover.Rate!.Value.ShouldBe(4 / 8.9, 1e-12);
    }

    [Fact]
    public void Of_ChangesBeforeOrAfterThePeriod_DoNotCount()
    {
        var turnover = StaffTurnover.Of([(Start.AddDays(-9), 50), (Start, 10), (End.AddDays(1), 2)], Start, End)!.Value;

        turnover.ShouldBe(new StaffTurnover(0, 10));
    }

    [Fact]
    public void Of_NoCountAtTheStart_IsUnknown()
    {
        StaffTurnover.Of([(Day(1), 10), (Day(50), 5)], Start, End).ShouldBeNull();
        StaffTurnover.Of([], Start, End).ShouldBeNull();
    }

    [Fact]
    public void Sum_OfPlaces_AddsLeaversAndStaff()
    {
        var sum = new StaffTurnover(1, 10) + new StaffTurnover(3, 30);

        sum.Rate!.Value.ShouldBe(0.1, 1e-12);
        default(StaffTurnover).Rate.ShouldBeNull();
    }

    [Fact]
    public void Of_DaysOutOfOrderOrNegativeStaff_Throws()
    {
        Should.Throw<ArgumentException>(() => StaffTurnover.Of([(Day(5), 10), (Day(5), 9)], Start, End));
        Should.Throw<ArgumentException>(() => StaffTurnover.Of([(Start, -1)], Start, End));
        Should.Throw<ArgumentException>(() => StaffTurnover.Of([(Start, 1)], Start, Start));
    }

    private static DateOnly Day(int day) => Start.AddDays(day);
}
