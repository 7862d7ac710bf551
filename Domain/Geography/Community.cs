namespace CommunityDemand.Domain.Geography;

/// <summary>A community and its place in the tree.</summary>
/// <param name="Code">Code of the community, as used in uploads.</param>
/// <param name="Name">Display name.</param>
/// <param name="Subdistrict">Name of the subdistrict.</param>
/// <param name="District">Name of the district.</param>
/// <param name="City">Name of the city.</param>
/// <param name="ValidFrom">First day of the community's existence; null if before the data.</param>
/// <param name="ValidTo">Last day of the community's existence; null if the community still exists.</param>
public sealed record Community(
    string Code,
    string Name,
    string Subdistrict,
    string District,
    string City,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null)
{
    /// <summary>Name of a level that an upload leaves empty.</summary>
    public const string Unassigned = "(unassigned)";

    /// <summary>City name where no upload gives one.</summary>
    public const string DefaultCity = "City";

    /// <summary>A community that appears in usage rows but that no <c>communities</c> upload describes.</summary>
    public static Community Undescribed(string code) => new(code, code, Unassigned, Unassigned, DefaultCity);

    /// <summary>Whether the community exists on a day.</summary>
    public bool ExistsOn(DateOnly day) => (ValidFrom is not { } from || day >= from) && (ValidTo is not { } to || day <= to);
}
