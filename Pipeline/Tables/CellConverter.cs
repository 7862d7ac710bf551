using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>Values of rows as an entity's properties, and back.</summary>
internal static class CellConverter
{
    /// <summary>
    /// A value as an entity stores it; null, which an entity leaves out, where nothing is known. Numbers that are not finite are unknown:
    /// no dashboard reads them.
    /// </summary>
    public static object? ToProperty(object? value) => value switch
    {
        double number => double.IsFinite(number) ? number : null,
        DateOnly day => StorageDay.Of(day),
        // Rows of the ledger, which the storage client reads itself, have their days as midnight UTC.
        DateTime midnight => StorageDay.Of(DateOnly.FromDateTime(midnight)),
        Enum code => code.ToString().ToLowerInvariant(),
        Message message => StoredMessages.Write(message),
        IReadOnlyList<Message> messages => StoredMessages.Write(messages),
        IReadOnlyList<MessageRows> messages => StoredMessages.Write(messages),
        _ => value,
    };

    /// <summary>The value of a row's property that an entity stores.</summary>
    /// <param name="stored">The entity's property; null where it has none.</param>
    /// <param name="type">Type of the row's property.</param>
    public static object? FromProperty(object? stored, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(IReadOnlyList<Message>)) return StoredMessages.Read(stored as string);
        if (plain == typeof(IReadOnlyList<MessageRows>)) return StoredMessages.ReadRows(stored as string);
        return stored switch
        {
            null when type.IsValueType && plain == type => Activator.CreateInstance(type),
            null => null,
            string text when plain.IsEnum => Enum.Parse(plain, text, ignoreCase: true),
            string text when plain == typeof(Message) => StoredMessages.Read(text) is [var message, ..] ? message : null,
            DateTimeOffset time when plain == typeof(DateTime) => time.UtcDateTime,
            DateTimeOffset time when plain == typeof(DateOnly) => DateOnly.FromDateTime(time.UtcDateTime),
            long number when plain == typeof(int) => checked((int)number),
            int number when plain == typeof(long) => (long)number,
            _ => stored,
        };
    }
}
