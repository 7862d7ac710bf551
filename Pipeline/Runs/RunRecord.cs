using Azure;
using Azure.Data.Tables;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>A row of table <c>Runs</c>.</summary>
internal sealed record RunRecord
{
    public static StandingTable<RunRecord> Table { get; } =
        new() { Name = "Runs", RowIs = "a night's run", OnlyPartition = "run", DayColumn = nameof(Origin) };

    [Label("Run", "运行")]
    [Column("the run's id", "运行编号", Name = "Run")]
    public required string Id { get; init; }

    [Label("State", "状态")]
    [Column("`queued`, `planning`, `forecasting`, `publishing`, `published` or `failed`", "状态：排队、计划、预测、发布、已发布、失败", Words = "state")]
    public required RunState State { get; init; }

    [Label("Last day seen", "数据截止日")]
    [Column("last day that its forecasts saw", "预测所用数据的截止日")]
    public required DateOnly Origin { get; init; }

    [Label("Periods forecast", "预测期数")]
    [Column("periods forecast: days, weeks or months", "预测期数：天、周或月", Unit = Unit.Periods)]
    public required int Horizon { get; init; }

    [Label("Model", "模型")]
    [Column("version of the forecasting model", "用于预测的模型版本")]
    public string? Model { get; init; }

    [Column("digest of the facts", "所读事实的摘要")]
    public required string Facts { get; init; }

    [Label("Series", "序列数")]
    [Column("community x service series", "社区 × 服务的序列数")]
    public int Series { get; init; }

    [Label("Rows", "行数")]
    [Column("number of rows in its tables, each counted once", "各表的行数，每行只计一次")]
    public int Rows { get; init; }

    [Column("districts forecast so far", "已预测的区数")]
    public int DistrictsDone { get; init; }

    [Column("districts to forecast", "待预测的区数")]
    public int DistrictsTotal { get; init; }

    [Label("Asked for", "提交时间")]
    [Column("time of the request", "请求时间")]
    public required DateTimeOffset QueuedAt { get; init; }

    [Column("time at which its model was trained or chosen", "模型训练或选定的时间")]
    public DateTimeOffset? PlannedAt { get; init; }

    [Label("Published", "发布时间")]
    [Column("time at which its tables were complete", "各表完成的时间")]
    public DateTimeOffset? PublishedAt { get; init; }

    [Column("time at which its tables were replaced by newer ones; empty while they are kept", "各表被更新的运行取代的时间；仍在时为空")]
    public DateTimeOffset? RetiredAt { get; init; }

    [Column("warnings for planners", "计划者应知的事项")]
    public IReadOnlyList<Message> Warnings { get; init; } = [];

    [Column("reason of a failure; otherwise empty", "失败原因；否则为空")]
    public Message? Message { get; init; }

    [Column("version that was the champion when the run was planned; empty if there was none", "计划时的冠军版本；没有则为空")]
    public string? Champion { get; init; }

    [Column("version trained for the run; empty if none was", "为其训练的版本；没有则为空")]
    public string? Challenger { get; init; }

    [Column(
        "`promoted`: the challenger became the champion; `rejected`: the challenger was worse, and the champion forecasts; `kept`: the "
            + "data looked broken, no model was trained, and the champion forecasts; `unchanged`: the training gave the champion "
            + "itself; `pinned`: a setting names the model",
        "决定：promoted 挑战者成为冠军；rejected 挑战者较差，由冠军预测；kept 数据异常，未训练，由冠军预测；unchanged 训练结果即冠军；pinned 由设置指定", Words = "decision")]
    public PromotionOutcome? Promotion { get; init; }

    [Column("reason for the choice of the model", "采用该模型预测的原因")]
    public Message? PromotionReason { get; init; }

    [Column("findings of table `Attention`; empty for runs of versions that made none", "Attention 表中的发现数；不产生发现的早期版本的运行为空")]
    public int? Findings { get; init; }

    [Label("Frequency", "频率")]
    [Column(
        "frequency of the forecasts: `day`, `week` or `month`; empty for runs of versions that knew days alone",
        "预测的频率：日、周、月；早期版本的运行只按日，为空",
        Words = "frequency")]
    public string? Frequency { get; init; }

    [Label("Drifting", "偏离数")]
    [Column("number of services of areas in `ForecastAccuracy` that drift", "ForecastAccuracy 中偏离的区域服务数")]
    public int Drifting { get; init; }

    /// <summary>Requested origin; null for the last complete day.</summary>
    [Stored]
    public DateOnly? RequestedOrigin { get; init; }

    /// <summary>Time of the last deletion of the rows of a run without tables.</summary>
    [Stored]
    public DateTimeOffset? SweptAt { get; init; }

    /// <summary>Time at which the tables were last written: a forced run writes the tables of its id again.</summary>
    [Stored]
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>Version of the row that was read.</summary>
    public ETag ETag { get; init; }

    /// <summary>Periods of the forecasts.</summary>
    public Cadence Cadence => Frequencies.TryParse(Frequency, out var frequency) ? Cadence.Of(frequency) : Cadence.Daily;

    /// <summary>
    /// Whether readers may read its tables. This also holds while the run is repeated, because a repetition writes the same rows.
    /// </summary>
    public bool HasTables => PublishedAt is not null && RetiredAt is null;

    public RunStatus Status => new(Id, State, Origin, DistrictsDone, DistrictsTotal, Warnings, Message);

    public TableEntity ToEntity() => Table.Entity(this, Table.Partition!, TableKey.Escape(Id));

    public static RunRecord From(TableEntity entity) => Table.Read(entity) with { ETag = entity.ETag };
}
