namespace CommunityDemand.Pipeline.Tables;

/// <summary>The columns that all tables of a run share: the run, the area and the services.</summary>
internal sealed record RowPlace
{
    [Column("the run", "运行编号")]
    public required string Run { get; init; }

    [Column("last day that counts; of forecasts, the last day that they saw", "数据截止日；预测只用到这一天")]
    public required DateOnly Origin { get; init; }

    [Column("level of the area: `community`, `subdistrict`, `district` or `city`", "区域级别：社区、街道、区、市", Words = "level")]
    public required string Level { get; init; }

    [Column("the area's code", "区域代码")]
    public required string Area { get; init; }

    [Label("Area", "区域")]
    [Column("what people call the area", "区域名称")]
    public required string AreaName { get; init; }

    [Column("code of the area one level up; empty for the city", "上一级区域的代码；市为空")]
    public required string? Parent { get; init; }

    [Column("`service`, `need_class` or `all`", "服务层次：单项服务、需求类别或全部")]
    public required string ServiceLevel { get; init; }

    [Column("code of the service or class; `all` for all", "服务或类别的代码；全部为 all", Words = "scope")]
    public required string Service { get; init; }

    [Label("Service", "服务")]
    [Column("the English name of the services", "服务的英文名称")]
    public required string ServiceName { get; init; }

    [Column(
        "frequency of the city: `day`, `week` or `month`; empty in runs of earlier versions, which knew days alone",
        "城市的频率：日、周、月；早期版本的运行只按日，为空", Words = "frequency")]
    public string? Frequency { get; init; }
}
