using CommunityDemand.Benchmarks.Hostile;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats;

/// <summary>Files made to harm; <c>benchmarks hostile</c> measures them, and those that are too large for a test.</summary>
public sealed class HostileFileTests
{
    public static TheoryData<string> Names() => [.. HostileFiles.All().Where(file => !file.IsHuge).Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Read_HostileFile_IsRefusedWithAPlainReasonOrRead(string name)
    {
        var file = HostileFiles.All().Single(file => file.Name == name);

        var reason = await ReasonAsync(name, file.ToArray());

        if (file.IsRefused) reason.ShouldNotBeNull().ShouldBePlain();
        else reason.ShouldBeNull();
    }

    private static async Task<string?> ReasonAsync(string name, byte[] content)
    {
        if (!name.EndsWith(".mapping.json", StringComparison.Ordinal)) return await Rows.ReasonAsync(name, content);
        return Should.Throw<MappingException>(() => MappingParser.Parse(name, content)).Message;
    }
}
