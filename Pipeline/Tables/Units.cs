namespace CommunityDemand.Pipeline.Tables;

/// <summary>What units are called.</summary>
internal static class Units
{
    /// <summary>The unit in English and in Chinese; empty where there is none.</summary>
    public static (string English, string Chinese) Name(this Unit unit) => unit switch
    {
        Unit.None => ("", ""),
        Unit.PersonVisits => ("person-visits", "人次"),
        Unit.PersonVisitsPerDay => ("person-visits a day", "人次/天"),
        Unit.Share or Unit.Probability => ("0 to 1", "0 至 1"),
        Unit.OfActuals => ("of the actuals", "占实际的比例"),
        Unit.Percent => ("%", "%"),
        Unit.PercentagePoints => ("percentage points", "百分点"),
        Unit.PercentagePointsPerYear => ("percentage points a year", "百分点/年"),
        Unit.Points => ("points", "分"),
        Unit.PointsPerYear => ("points a year", "分/年"),
        Unit.IndexPoints => ("0 to 100", "0 至 100"),
        Unit.Likert => ("1 to 5", "1 至 5"),
        Unit.Persons => ("persons", "人"),
        Unit.Answers => ("answers", "份答卷"),
        Unit.Comments => ("comments", "条意见"),
        Unit.Complaints => ("complaints", "件投诉"),
        Unit.ComplaintsPerThousand => ("complaints per 1,000 visits", "投诉/千人次"),
        Unit.Days => ("days", "天"),
        Unit.Periods => ("periods", "期"),
        Unit.Seconds => ("seconds", "秒"),
        Unit.Bytes => ("bytes", "字节"),
        Unit.Rows => ("rows", "行"),
        Unit.OfTheRow => ("the measure's", "依指标而定"),
        Unit.OfTheResource => ("of the resource", "依资源而定"),
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };
}
