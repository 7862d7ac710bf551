using CommunityDemand.Domain.Residents;

namespace CommunityDemand.Tests.Domain.Residents;

public sealed class ResidentStructureTests
{
    [Fact]
    public void Share_OfTwoCommunities_WeighsThemByTheirResidents()
    {
        var structure = new ResidentStructure();
        structure.Add(1000, group => group == ResidentGroup.Age60Plus ? 300 : null);
        structure.Add(3000, group => group == ResidentGroup.Age60Plus ? 500 : null);

        structure.Population.ShouldBe(4000);
        structure.Share(ResidentGroup.Age60Plus).ShouldBe(0.2);
    }

    [Fact]
    public void Share_CommunityThatDoesNotSay_CountsNeitherAsNoneNorInTheWhole()
    {
        var structure = new ResidentStructure();
        structure.Add(1000, group => group == ResidentGroup.Disabled ? 50 : null);
        structure.Add(9000, _ => null);

        structure.Share(ResidentGroup.Disabled).ShouldBe(0.05);
        structure.Share(ResidentGroup.Children).ShouldBeNull();
    }

    [Fact]
    public void Add_MoreMembersThanResidents_CountsAll()
    {
        var structure = new ResidentStructure();
        structure.Add(100, _ => 150);

        structure.Share(ResidentGroup.LowIncome).ShouldBe(1);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(1, -1)]
    [InlineData(1, double.NaN)]
    public void Add_NoNumberOfPersons_Throws(double population, double members) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ResidentStructure().Add(population, _ => members));
}
