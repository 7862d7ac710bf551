namespace CommunityDemand.Pipeline.Tables;

/// <summary>Days as tables have them: midnight UTC.</summary>
internal static class StorageDay
{
    public static DateTimeOffset Of(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
