using CommunityDemand.Api;
using CommunityDemand.Functions;
using CommunityDemand.Pipeline.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Api;

/// <summary>All routes with their level, so that none is open by accident.</summary>
public sealed class ApiRoutesTests
{
    private static readonly string[] Expected =
    [
        "GET /health Anonymous",
        .. PublicTables.All.Select(table => $"GET /api/{table.Name.ToLowerInvariant()} Key"),
        "POST /api/allocations Key",
        "POST /api/scenarios Key",
        "POST /api/runs Key",
        "POST /api/inspect Key",
        "GET /api/runs/{id} Key",
        "GET /api/history Key",
        "GET /api/services Key",
        "GET /api/columns Key",
        "GET /api/quarantine Key",
        "GET /api/openapi.json Key",
        "GET /{**file} SignIn",
        "HEAD /{**file} SignIn",
    ];

    /// <summary>The function that serves a level, and what the platform asks of a caller before that function.</summary>
    private static readonly Dictionary<Access, (Type Function, AuthorizationLevel Asked)> Functions = new()
    {
        [Access.Anonymous] = (typeof(ServeHealth), AuthorizationLevel.Anonymous),
        [Access.Key] = (typeof(ServeApi), AuthorizationLevel.Function),
        [Access.SignIn] = (typeof(ServePage), AuthorizationLevel.Anonymous),
    };

    [Fact]
    public async Task Routes_AllWithTheirLevel_AreTheExpectedOnes()
    {
        await using var services = Services();

        All(services).Select(route => $"{route.Method} {route.Path} {route.Level}").ShouldBe(Expected, ignoreOrder: true);
    }

    [Fact]
    public async Task Route_UnderAnyGrant_AnswersItsOwnLevelAlone()
    {
        await using var services = Services();
        foreach (var route in All(services))
        {
            foreach (var granted in (Access[])[Access.None, Access.Anonymous, Access.Key, Access.SignIn, Access.All & ~route.Level])
            {
                var status = await AskAsync(services, route, granted);
                (status == StatusCodes.Status404NotFound)
                    .ShouldBe(granted != route.Level, $"{route.Method} {route.Path} under {granted}: {status}");
            }

            (await AskAsync(services, route, Access.All)).ShouldNotBe(StatusCodes.Status404NotFound);
        }
    }

    [Fact]
    public async Task Route_InAzure_IsServedByTheFunctionOfItsLevel()
    {
        await using var services = Services();
        foreach (var route in All(services))
        {
            var function = FunctionsHost.Find(route.Method, PathOf(route), []);

            function.ShouldBe(Functions[route.Level].Function, $"{route.Method} {route.Path}");
            FunctionsHost.Functions.Single(known => known.Type == function).Trigger.AuthLevel.ShouldBe(Functions[route.Level].Asked);
        }
    }

    // The host takes the first function whose template matches, in the order of their names.
    [Fact]
    public void Functions_InTheHostsOrder_EndWithTheOneThatMatchesEverything() =>
        FunctionsHost.Functions.Select(function => function.Trigger.Route).ShouldBe(["api/{*path}", "health", "{*path}"]);

    private static ServiceProvider Services()
    {
        // An upload with rejected rows, so that every route has something to give.
        var listed = new TableResponse(
            200, "application/json; charset=utf-8", """[{"path":"usage/march.csv","quarantine":"usage/1.csv"}]"""u8.ToArray(), null, null);
        var pieces = new ApiPieces { Pipeline = new FakePipeline { Response = listed } };
        pieces.Quarantine.Files["usage/1.csv"] = "file\r\n";
        return pieces.Register().AddApi().BuildServiceProvider();
    }

    private static IReadOnlyList<ApiRoute> All(IServiceProvider services) => services.GetRequiredService<ApiRoutes>().All;

    private static string PathOf(ApiRoute route) =>
        route.Path.Replace("{id}", "20260307-abc", StringComparison.Ordinal).Replace("{**file}", "app.js", StringComparison.Ordinal);

    private static async Task<int> AskAsync(IServiceProvider services, ApiRoute route, Access granted)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        (http.Request.Method, http.Request.Path) = (route.Method, PathOf(route));
        if (route.Path == "/api/quarantine") http.Request.QueryString = new QueryString("?path=usage/march.csv");
        await services.GetRequiredService<ApiPipeline>().AnswerAsync(http, granted);
        return http.Response.StatusCode;
    }
}
