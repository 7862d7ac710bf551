using System.IO.Compression;
using System.Text;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local;
using CommunityDemand.Local.Series;
using CommunityDemand.Models.Panels;
using CsCheck;
using MiniExcelLibs;

namespace CommunityDemand.Tests.Local.Series;

/// <summary>Files of all the kinds that ingest reads, read as series.</summary>
public sealed class SeriesInputTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("series-tests-");
    private readonly List<string> _notes = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public async Task Read_ChineseFileOfAnyEncoding_HasKeysAndValues(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var rows = Enumerable.Range(1, 28).Select(day => $"2025年3月{day}日,幸福里社区,老年食堂,\"1,{day:000}\"");
        var path = Save("in.csv", "日期,社区,服务,人次\n" + string.Join('\n', rows) + "\n", Encoding.GetEncoding(encoding));

        var panel = await ReadAsync(path, "日期", "人次", "社区,服务");

        panel.Keys.Single().ShouldBe(["幸福里社区", "老年食堂"]);
        panel.Axis.Start.ShouldBe(new DateTime(2025, 3, 1));
        panel.Values[0][..2].ShouldBe([1001, 1002]);
    }

    [Fact]
    public async Task Read_TitleRowsSemicolonsCommaDecimals_AreFound()
    {
        var rows = Enumerable.Range(1, 30).Select(day => $"{day:00}.03.2025;Nord;1.2{day:00},5");
        var path = Save("in.csv", "Besuche im März\n\nTag;Ort;Besuche\n" + string.Join('\n', rows) + "\n", Encoding.UTF8);

        var panel = await ReadAsync(path, "Tag", "Besuche", "Ort");

        panel.Axis.Start.ShouldBe(new DateTime(2025, 3, 1));
        panel.Values[0][0].ShouldBe(1201.5f);
    }

    [Fact]
    public async Task Read_DayFirstDates_AreToldByTheFile()
    {
        var rows = Enumerable.Range(0, 60).Select(i => $"{new DateTime(2025, 1, 1).AddDays(i):dd/MM/yyyy},a,{i}");
        var path = Save("in.csv", "date,key,value\n" + string.Join('\n', rows) + "\n", Encoding.UTF8);

        var panel = await ReadAsync(path, "date", "value", "key");

        panel.Values[0].ShouldBe([.. Enumerable.Range(0, 60).Select(i => (float)i)]);
        _notes.ShouldContain(note => note.Contains("date"));
    }

    [Fact]
    public async Task Read_DayOrMonthFirstUntold_IsRefusedWithLineAndRemedy()
    {
        var path = Save("in.csv", "date,key,value\n03/04/2025,a,1\n04/04/2025,a,1\n", Encoding.UTF8);

        var refused = await Should.ThrowAsync<UserErrorException>(() => ReadAsync(path, "date", "value", "key"));

        refused.Message.ShouldContain("in.csv: line 2: column date: '03/04/2025'");
        refused.Message.ShouldContain("2025-03-07");
    }

    [Fact]
    public async Task Read_Workbook_HasDatesAndNumbers()
    {
        var path = Path.Combine(_folder.FullName, "in.xlsx");
        var first = new DateTime(2025, 3, 1);
        MiniExcel.SaveAs(path, Enumerable.Range(0, 20).Select(i => new { Date = first.AddDays(i), Place = "a", Visits = 1000.5 + i }));

        var panel = await ReadAsync(path, "Date", "Visits", "Place");

        panel.Axis.Start.ShouldBe(new DateTime(2025, 3, 1));
        panel.Values[0][..2].ShouldBe([1000.5f, 1001.5f]);
    }

    [Theory]
    [InlineData(Frequency.Hourly, "2025-03-01T00:00", "2025-03-01 01:30:15", "2025/3/1 2:00 AM")]
    [InlineData(Frequency.Hourly, "2025/3/1 22:00", "2025/3/1 11:00 PM", "2025年3月2日 0:15")]
    [InlineData(Frequency.Daily, "2025-3-7", "20250308", "45725")]
    [InlineData(Frequency.Weekly, "2025-W09", "2025-W10", "2025-03-11")]
    [InlineData(Frequency.Monthly, "2025-01", "2025年2月", "Mar 2025")]
    [InlineData(Frequency.Monthly, "1850-11", "1850/12", "1851-01-31")]
    [InlineData(Frequency.Quarterly, "2025Q1", "2025-04", "2025-07-01")]
    [InlineData(Frequency.Yearly, "1999", "2000年", "2001-05")]
    public async Task Read_DatesOfAFrequency_AreConsecutivePeriods(Frequency frequency, string first, string second, string third)
    {
        var path = Save("in.csv", $"date,key,value\n{first},a,1\n{second},a,2\n{third},a,3\n", Encoding.UTF8);

        var panel = await ReadAsync(path, "date", "value", "key", frequency);

        panel.Values[0].ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData(Frequency.Daily, "2025-03")]
    [InlineData(Frequency.Monthly, "2025")]
    [InlineData(Frequency.Monthly, "2025-W10")]
    public async Task Read_PeriodThatDoesNotFit_IsRefused(Frequency frequency, string date)
    {
        var path = Save("in.csv", $"date,key,value\n2025-01-01,a,1\n{date},a,2\n", Encoding.UTF8);

        var refused = await Should.ThrowAsync<UserErrorException>(() => ReadAsync(path, "date", "value", "key", frequency));

        refused.Message.ShouldContain($"line 3: column date: '{date}'");
        refused.Message.ShouldContain("--frequency");
    }

    [Fact]
    public async Task Read_GzippedTabs_AreUnpacked()
    {
        var path = Path.Combine(_folder.FullName, "in.tsv.gz");
        await using (var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest)))
        {
            for (var i = 0; i < 10; i++) await writer.WriteLineAsync(i == 0 ? "date\tkey\tvalue" : $"2025-01-{i:00}\ta, b\t{i}");
        }

        var panel = await ReadAsync(path, "date", "value", "key");

        panel.Keys.Single().ShouldBe(["a, b"]);
        panel.Values[0].Length.ShouldBe(9);
    }

    /// <summary>Whatever stands in keys, distinct tuples stay distinct series and come back as they were.</summary>
    [Fact]
    public void Read_AnyCharactersInKeys_AreTheSameTuples() => Gen.Char["ab|,;/\\\"\u001f\n社'+"].Array[1, 4]
        .Select(characters => new string(characters) + "x")
        .Array[2].Array[1, 6]
        .Sample(
            keys =>
            {
                var distinct = keys.Distinct(KeyComparer.Ordinal).ToArray();
                var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.csv");
                var lines = distinct.SelectMany((key, i) => Enumerable.Range(1, 9)
                    .Select(day => $"2025-01-{day:00},{Quoted(key[0])},{Quoted(key[1])},{i + 1}\n"));
                File.WriteAllText(path, "date,area,key,value\n" + string.Concat(lines));

                var panel = ReadAsync(path, "date", "value", "area,key").GetAwaiter().GetResult();

                panel.Keys.ShouldBe(distinct.Order(KeyComparer.Ordinal));
                for (var i = 0; i < distinct.Length; i++)
                {
                    var series = Enumerable.Range(0, distinct.Length).First(s => KeyComparer.Ordinal.Equals(panel.Keys[s], distinct[i]));
                    panel.Values[series][0].ShouldBe(i + 1);
                }
            },
            iter: 100, threads: 1);

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private Task<Panel> ReadAsync(string path, string date, string value, string keys, Frequency frequency = Frequency.Daily) =>
        SeriesReader.ReadAsync(
            new SeriesQuery(new FileInfo(path), date, value, keys.Split(','), [], frequency, Fill.Zero, []), _notes.Add,
            TestContext.Current.CancellationToken);

    private string Save(string name, string text, Encoding encoding)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text, encoding);
        return path;
    }
}
