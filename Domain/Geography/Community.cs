namespace CommunityDemand.Domain.Geography;

/// <summary>A community and its place in the tree.</summary>
/// <param name="Code">The code that uploads use.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Subdistrict">Name of its subdistrict.</param>
/// <param name="District">Name of its district.</param>
/// <param name="City">Name of its city.</param>
/// <param name="ValidFrom">First day it existed; null if before the data.</param>
/// <param name="ValidTo">Last day it existed; null while it does.</param>
public sealed record Community(
    string Code,
    string Name,
    string Subdistrict,
    string District,
    string City,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null)
{
    /// <summary>What stands for a level that an upload leaves out.</summary>
    public const string Unassigned = "(unassigned)";

    /// <summary>City name used when no upload gives one.</summary>
    public const string DefaultCity = "City";

    /// <summary>A community that usage names but no <c>communities</c> upload describes.</summary>
    public static Community Undescribed(string code) => new(code, code, Unassigned, Unassigned, DefaultCity);

    /// <summary>Whether it exists on a day.</summary>
    public bool ExistsOn(DateOnly day) => (ValidFrom is not { } from || day >= from) && (ValidTo is not { } to || day <= to);
}
