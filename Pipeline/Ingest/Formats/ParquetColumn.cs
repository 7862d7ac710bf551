using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>The values of one flat column of one row group, as text on demand.</summary>
internal abstract class ParquetColumn
{
    /// <summary>Bytes that a value takes in memory, beyond those of a text.</summary>
    public const int BytesPerValue = 24;

    private static readonly Dictionary<Type, Func<ParquetRowGroupReader, DataField, CancellationToken, Task<ParquetColumn>>> Loaders = new()
    {
        [typeof(bool)] = LoadAsync(static (bool v) => v ? "true" : "false"),
        [typeof(byte)] = LoadAsync(static (byte v) => v.ToString(CultureInfo.InvariantCulture)),
        [typeof(sbyte)] = LoadAsync(static (sbyte v) => v.ToString(CultureInfo.InvariantCulture)),
        [typeof(short)] = LoadAsync(static (short v) => v.ToString(CultureInfo.InvariantCulture)),
        [typeof(ushort)] = LoadAsync(static (ushort v) => v.ToString(CultureInfo.InvariantCulture)),
        [typeof(int)] = LoadAsync(static (int v) => v.ToString(CultureInfo.InvariantCulture)),
        [typeof(uint)] = LoadAsync(static (uint v) => v.ToString(CultureInfo.InvariantCulture)),
        [typeof(long)] = LoadAsync(static (long v) => v.ToString(CultureInfo.InvariantCulture)),
        [typeof(ulong)] = LoadAsync(static (ulong v) => v.ToString(CultureInfo.InvariantCulture)),
        [typeof(float)] = LoadAsync(static (float v) => v.ToString(CultureInfo.InvariantCulture)),
        [typeof(double)] = LoadAsync(static (double v) => v.ToString(CultureInfo.InvariantCulture)),
        [typeof(decimal)] = LoadAsync(static (decimal v) => v.ToString(CultureInfo.InvariantCulture)),
        [typeof(DateTime)] = LoadAsync(static (DateTime v) => v.ToString("s", CultureInfo.InvariantCulture)),
        [typeof(DateOnly)] = LoadAsync(static (DateOnly v) => v.ToString("O", CultureInfo.InvariantCulture)),
        [typeof(Guid)] = LoadAsync(static (Guid v) => v.ToString()),
        [typeof(string)] = LoadTextAsync,
        [typeof(ReadOnlyMemory<char>)] = LoadTextAsync,
    };

    /// <summary>The value of a row of the group; empty where there is none.</summary>
    public abstract string this[int row] { get; }

    /// <summary>Whether a field can be read as a column: flat, and of a type that has a text.</summary>
    public static bool CanRead(DataField field) =>
        field.MaxRepetitionLevel == 0 && field.Path.Length == 1 && Loaders.ContainsKey(field.ClrType);

    public static Task<ParquetColumn> LoadAsync(ParquetRowGroupReader group, DataField field, CancellationToken cancellationToken) =>
        Loaders[field.ClrType](group, field, cancellationToken);

    private static Func<ParquetRowGroupReader, DataField, CancellationToken, Task<ParquetColumn>> LoadAsync<T>(Func<T, string> print)
        where T : struct => async (group, field, cancellationToken) =>
        {
            var values = new T?[group.RowCount];
            if (field.IsNullable)
            {
                await group.ReadAsync<T>(field, values.AsMemory(), cancellationToken: cancellationToken);
                return new Typed<T>(values, print);
            }

            var all = new T[group.RowCount];
            await group.ReadAsync<T>(field, all.AsMemory(), cancellationToken: cancellationToken);
            for (var i = 0; i < all.Length; i++) values[i] = all[i];
            return new Typed<T>(values, print);
        };

    private static async Task<ParquetColumn> LoadTextAsync(
        ParquetRowGroupReader group, DataField field, CancellationToken cancellationToken)
    {
        var values = new string[group.RowCount];
        await group.ReadAsync(field, values, cancellationToken: cancellationToken);
        return new Texts(values);
    }

    private sealed class Typed<T>(T?[] values, Func<T, string> print) : ParquetColumn
        where T : struct
    {
        public override string this[int row] => values[row] is { } value ? print(value) : "";
    }

    private sealed class Texts(string?[] values) : ParquetColumn
    {
        public override string this[int row] => values[row] ?? "";
    }
}
