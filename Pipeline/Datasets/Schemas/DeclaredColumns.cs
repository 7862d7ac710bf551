using System.Reflection;
using System.Text.Json;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>The columns that a fact record declares.</summary>
internal static class DeclaredColumns
{
    /// <summary>Columns in the order of the declaration, the id last.</summary>
    public static Column[] Of(Type fact)
    {
        // Tokens of one type's properties ascend.
        var columns = fact.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(property => property.MetadataToken)
            .Where(property => property.IsDefined(typeof(UploadColumnAttribute)))
            .Select(Of);
        var id = fact.GetCustomAttribute<IdColumnAttribute>();
        return [.. columns.Concat(id is null ? [] : [IdOf(id)]).Select((column, place) => column with { Place = place })];
    }

    private static TextColumn IdOf(IdColumnAttribute id) =>
        new(id.Name, id.Synonyms) { English = id.English, Chinese = id.Chinese, Role = ColumnRole.Id };

    private static Column Of(PropertyInfo property)
    {
        var declared = property.GetCustomAttribute<UploadColumnAttribute>()!;
        var isNullable = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return KindOf(property, declared, declared.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)) with
        {
            Required = !isNullable && declared.Default is null && property.PropertyType != typeof(bool),
            Property = property.Name,
            English = declared.English,
            Chinese = declared.Chinese,
            Unit = declared.Unit,
            Role = declared.Role,
            Default = declared.Default,
            IsNeededWithoutId = declared.IsNeededWithoutId,
            IsContent = declared.IsContent,
            NotBefore = declared.NotBefore,
        };
    }

    private static string? PeriodOf(string text) =>
        Frequencies.TryParse(text, out var period) && Frequencies.Counted.Contains(period) ? period.Code() : null;

    private static Column KindOf(PropertyInfo property, UploadColumnAttribute declared, string name)
    {
        var choices = property.GetCustomAttributes<ChoiceAttribute>().ToDictionary(choice => choice.Word, choice => choice.Synonyms);
        return (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
        {
            var t when t == typeof(string) && choices.Count > 0 => new ChoiceColumn(name, declared.Synonyms) { Choices = choices },
            var t when t == typeof(string) =>
                new TextColumn(name, declared.Synonyms) { MaxLength = declared.MaxLength, IsComment = declared.IsComment },
            var t when t == typeof(double) || t == typeof(ResponseTimes) =>
                new NumberColumn(name, declared.Synonyms) { Max = declared.Max, IsWhole = declared.IsWhole },
            var t when t == typeof(int) => new ScoreColumn(name, declared.Synonyms),
            var t when t == typeof(bool) => new FlagColumn(name, declared.Synonyms),
            var t when t == typeof(DateOnly) => new DayColumn(name, declared.Synonyms) { Latest = declared.Latest },
            var t when t == typeof(NeedClass) =>
                new CodeColumn(name, static text => NeedClasses.TryParse(text, out var need) ? need.Code() : null, declared.Synonyms)
                {
                    Spellings = [.. NeedClasses.All.Select(need => need.Spellings())],
                },
            var t when t == typeof(SupplyType) =>
                new CodeColumn(name, static text => SupplyTypes.TryParse(text, out var type) ? type.Code() : null, declared.Synonyms)
                {
                    Spellings = [.. SupplyTypes.All.Select(type => type.Spellings())],
                },
            var t when t == typeof(Frequency) => new CodeColumn(name, PeriodOf, declared.Synonyms)
            {
                Spellings = [.. Frequencies.Counted.Select(period => period.Spellings())],
            },
            var t => throw new NotSupportedException(
                $"A dataset's column can't hold a {t.Name}. Add its kind to {nameof(DeclaredColumns)} and {nameof(FactCells)}."),
        };
    }
}
