using System.Linq.Expressions;
using System.Reflection;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>
/// Values of fact records from the cells of a row. A property of a fact record must have a type that one of these methods returns.
/// </summary>
internal static class FactCells
{
    private static readonly Dictionary<Type, MethodInfo> Methods = typeof(FactCells)
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
        .Where(
            method => method.GetParameters() is [{ ParameterType: var first }, _, { ParameterType: var last }] && first == typeof(Cell[])
                && last == typeof(Column))
        .ToDictionary(method => method.ReturnType);

    /// <summary>Compiles the function that creates a record from a row.</summary>
    /// <param name="columns">Columns of the row; each constructor parameter of the record is the property of one column.</param>
    public static Func<Cell[], TFact> Reader<TFact>(Column[] columns)
    {
        var row = Expression.Parameter(typeof(Cell[]), "row");
        var constructor = typeof(TFact).GetConstructors().Single();
        var values = constructor.GetParameters().Select(parameter => Value(row, parameter, columns));
        return Expression.Lambda<Func<Cell[], TFact>>(Expression.New(constructor, values), row).Compile();
    }

    private static MethodCallExpression Value(ParameterExpression row, ParameterInfo parameter, Column[] columns)
    {
        var place = Array.FindIndex(columns, column => column.Property == parameter.Name);
        return Expression.Call(
            Methods[parameter.ParameterType], row, Expression.Constant(place), Expression.Constant(columns[place], typeof(Column)));
    }

    private static string? Text(Cell[] row, int place, Column column) =>
        row[place].Text ?? column.Default as string ?? (column.Required ? throw Damaged(row[place], column) : null);

    private static double Number(Cell[] row, int place, Column column) =>
        row[place].NumberOrNull ?? column.Default as double? ?? throw Damaged(row[place], column);

    private static double? NumberOrNull(Cell[] row, int place, Column column) => row[place].NumberOrNull;

    private static int? Score(Cell[] row, int place, Column column) => (int?)row[place].NumberOrNull;

    private static bool Flag(Cell[] row, int place, Column column) => row[place].Number == 1;

    private static DateOnly Day(Cell[] row, int place, Column column) => DayOrNull(row, place, column) ?? throw Damaged(row[place], column);

    private static DateOnly? DayOrNull(Cell[] row, int place, Column column) => row[place].IsMissing ? null : row[place].Day;

    private static NeedClass Need(Cell[] row, int place, Column column) =>
        NeedClasses.TryParse(row[place].Text, out var need) ? need : throw Damaged(row[place], column);

    private static SupplyType Supply(Cell[] row, int place, Column column) =>
        SupplyTypes.TryParse(row[place].Text, out var supply) ? supply : throw Damaged(row[place], column);

    private static Frequency Period(Cell[] row, int place, Column column) =>
        Frequencies.TryParse(row[place].Text ?? column.Default as string, out var period) ? period : throw Damaged(row[place], column);

    private static ResponseTimes? Responses(Cell[] row, int place, Column column) => ResponseTimes.Read(row, place);

    private static InvalidDataException Damaged(Cell cell, Column column) => new(
        cell.IsMissing
            ? $"A fact file has a row without {column.Name}. Ingest its upload again."
            : $"A fact file has the unknown {column.Name} '{cell.Text}'. Ingest its upload again.");
}
