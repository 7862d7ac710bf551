namespace CommunityDemand.Domain.Time;

/// <summary>Names of the festivals.</summary>
public static class Festivals
{
    /// <summary>The English name.</summary>
    public static string Name(this Festival festival) => festival switch
    {
        Festival.NewYear => "New Year",
        Festival.SpringFestival => "Spring Festival",
        Festival.Qingming => "Qingming",
        Festival.LabourDay => "Labour Day",
        Festival.DragonBoat => "Dragon Boat Festival",
        Festival.MidAutumn => "Mid-Autumn Festival",
        Festival.NationalDay => "National Day",
        _ => throw new ArgumentOutOfRangeException(nameof(festival)),
    };
}
