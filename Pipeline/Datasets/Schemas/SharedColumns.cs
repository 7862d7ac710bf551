namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>Column <c>community</c> of any dataset.</summary>
internal sealed class CommunityColumnAttribute : UploadColumnAttribute
{
    public CommunityColumnAttribute(string english = "code of the community", string chinese = "社区编码")
        : base(english, chinese)
    {
        Name = "community";
        Synonyms = ["社区", "社区编码", "社区代码", "community_code", "community_id"];
    }
}

/// <summary>Column <c>service</c> of any dataset.</summary>
internal sealed class ServiceColumnAttribute : UploadColumnAttribute
{
    public ServiceColumnAttribute(string english = "code of the service", string chinese = "服务编码")
        : base(english, chinese)
    {
        Name = "service";
        Synonyms = ["服务", "服务编码", "服务代码", "服务项目", "service_code", "service_id"];
    }
}

/// <summary>Column <c>date</c> of any dataset.</summary>
internal sealed class DateColumnAttribute : UploadColumnAttribute
{
    public DateColumnAttribute(string english, string chinese)
        : base(english, chinese)
    {
        Name = "date";
        Synonyms = ["日期", "day"];
    }
}

/// <summary>Column <c>group</c> of any dataset.</summary>
internal sealed class GroupColumnAttribute : UploadColumnAttribute
{
    public GroupColumnAttribute()
        : base("group of residents", "人群类别")
    {
        Name = "group";
        Synonyms = ["人群", "人群类别", "resident_group"];
    }
}
