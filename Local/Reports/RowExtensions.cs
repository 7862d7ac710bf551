using System.Text.Json;

namespace CommunityDemand.Local.Reports;

/// <summary>Columns of a table row; absent and null columns are null.</summary>
internal static class RowExtensions
{
    public static string? Text(this JsonElement row, string column) =>
        row.TryGetProperty(column, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
            : null;

    /// <summary>Text of a message.</summary>
    public static string? MessageText(this JsonElement row, string column) =>
        row.TryGetProperty(column, out var message) && message.ValueKind == JsonValueKind.Object ? message.Text("text") : null;

    public static double? Number(this JsonElement row, string column) =>
        row.TryGetProperty(column, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    /// <summary>A day, stored in tables as midnight UTC.</summary>
    public static DateOnly? Day(this JsonElement row, string column) =>
        row.TryGetProperty(column, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var moment)
            ? DateOnly.FromDateTime(moment.UtcDateTime)
            : null;
}
