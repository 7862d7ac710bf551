namespace CommunityDemand.Tests.Api;

public sealed class LocalContractTests : ContractTests
{
    private protected override Task<IApiHost> StartAsync(ApiPieces pieces) => LocalHost.StartAsync(pieces);
}

public sealed class LocalEndpointContractTests : EndpointContractTests
{
    private protected override Task<IApiHost> StartAsync(ApiPieces pieces) => LocalHost.StartAsync(pieces);
}

public sealed class FunctionsContractTests : ContractTests
{
    private protected override Task<IApiHost> StartAsync(ApiPieces pieces) => Task.FromResult(FunctionsHost.Start(pieces));
}

public sealed class FunctionsEndpointContractTests : EndpointContractTests
{
    private protected override Task<IApiHost> StartAsync(ApiPieces pieces) => Task.FromResult(FunctionsHost.Start(pieces));
}
