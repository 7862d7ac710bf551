using System.Buffers;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Reading.Description;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;
using Microsoft.OpenApi;

namespace CommunityDemand.Tests.Pipeline.Tables;

/// <summary>A table declared here alone: whatever tells of its columns must follow from the declaration.</summary>
public sealed class AddedColumnTests
{
    private static readonly QueuesRow Row = new()
    {
        Level = AreaLevel.Community,
        Area = "c/0",
        Scope = ServiceScope.OfService("library"),
        Desk = "front, left",
        Day = new DateOnly(2026, 3, 7),
        People = 4,
        Minutes = 12.5,
        IsOpen = true,
        Comment = null,
    };

    private static readonly RowPlace Place = new()
    {
        Run = "r",
        Origin = new DateOnly(2026, 3, 1),
        Level = "community",
        Area = "c/0",
        AreaName = "Canal",
        Parent = "d/s",
        ServiceLevel = "service",
        Service = "library",
        ServiceName = "Library",
        Frequency = "month",
    };

    [Fact]
    public void Entities_OfADeclaredRow_HaveItsColumnsUnderBothKeys()
    {
        var tables = QueuesRow.Table.Entities([Row], [Row], _ => Place)
            .ToDictionary(table => table.Table, table => table.Entities.ToArray());

        var (byArea, byService) = (tables["Queues"].ShouldHaveSingleItem(), tables["QueuesByService"].ShouldHaveSingleItem());
        (byArea.PartitionKey, byArea.RowKey)
            .ShouldBe((TableKey.Join("r", "community", "c/0"), TableKey.Join("service", "library", "front, left", "20260307")));
        (byService.PartitionKey, byService.RowKey)
            .ShouldBe((TableKey.Join("r", "community", "service", "library"), TableKey.Join("c/0", "front, left", "20260307")));
        foreach (var entity in (TableEntity[])[byArea, byService])
        {
            (entity["People"], entity["Minutes"], entity["IsOpen"], entity["Day"])
                .ShouldBe((4, 12.5, true, new DateTimeOffset(2026, 3, 7, 0, 0, 0, TimeSpan.Zero)));
            entity["AreaName"].ShouldBe("Canal");
            entity.ContainsKey("Comment").ShouldBeFalse();
        }
    }

    [Fact]
    public void Answers_OfADeclaredRow_HaveItsColumns()
    {
        var entity = QueuesRow.Table.Entities([Row], [Row], _ => Place).First().Entities.Single();

        using var json = JsonDocument.Parse(Written("json", entity));
        var row = json.RootElement.EnumerateArray().Single();
        row.EnumerateObject().Select(property => property.Name).ShouldBe(QueuesRow.Table.Columns.Select(column => column.ApiName));
        (row.GetProperty("minutes").GetDouble(), row.GetProperty("day").GetString(), row.GetProperty("comment").ValueKind)
            .ShouldBe((12.5, "2026-03-07", JsonValueKind.Null));
        Written("csv", entity).TrimStart('\uFEFF').Split("\r\n")[..2].ShouldBe(
        [
            "run,origin,level,area,areaName,parent,serviceLevel,service,serviceName,frequency,desk,day,people,minutes,isOpen,comment",
            "r,2026-03-01,community,c/0,Canal,d/s,service,library,Library,month,\"front, left\",2026-03-07,4,12.5,true,",
        ]);
    }

    [Fact]
    public void Schema_OfADeclaredRow_HasKindsMeaningsAndUnits()
    {
        var schema = Schemas.Of(QueuesRow.Table);

        schema.Properties!["minutes"].Type.ShouldBe(JsonSchemaType.Number | JsonSchemaType.Null);
        schema.Properties["minutes"].Description.ShouldBe("time that the last person waited (seconds)");
        schema.Properties["day"].Format.ShouldBe("date");
        schema.Properties["isOpen"].Type.ShouldBe(JsonSchemaType.Boolean | JsonSchemaType.Null);
    }

    [Fact]
    public void Load_OfWhatWasSaved_IsTheSameRowWithEqualTextsShared()
    {
        using var file = new MemoryStream();
        QueuesRow.Table.Save(file, [Row, Row with { Minutes = double.NaN, Comment = "文字" }]);
        file.Position = 0;

        var rows = QueuesRow.Table.Load(file).Cast<QueuesRow>().ToArray();

        rows.ShouldBe([Row, Row with { Minutes = double.NaN, Comment = "文字" }]);
        rows[0].Area.ShouldBeSameAs(rows[1].Area);
    }

    private static string Written(string format, TableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = RowWriter.For(format, QueuesRow.Table, Language.English, buffer);
        writer.Begin();
        writer.Row(entity);
        writer.End(null);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A table that the product does not have.</summary>
    private sealed record QueuesRow : PlacedRow
    {
        public static PlacedTable<QueuesRow> Table { get; } = new() { Name = "Queues", RowIs = "a desk, a day" };

        [KeyPart(1)]
        [Column("the desk", "柜台")]
        public required string Desk { get; init; }

        [KeyPart(2)]
        [Column("the day", "日期")]
        public required DateOnly Day { get; init; }

        [Column("people who wait", "等候人数", Unit = Unit.Persons)]
        public required int People { get; init; }

        [Column("time that the last person waited", "最后一人的等候时间", Unit = Unit.Seconds)]
        public required double Minutes { get; init; }

        [Column("whether the desk is open", "柜台是否开放")]
        public required bool IsOpen { get; init; }

        [Column("a remark", "备注")]
        public required string? Comment { get; init; }
    }
}
