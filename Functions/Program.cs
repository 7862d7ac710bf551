using CommunityDemand.Api;
using CommunityDemand.Functions;
using CommunityDemand.Pipeline;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddPipeline().AddApi().AddFunctions();
await builder.Build().RunAsync();
