using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Api;

/// <summary>The endpoints as one request pipeline, for any host with an <see cref="HttpContext"/>.</summary>
public sealed class ApiPipeline
{
    private readonly RequestDelegate _answer;

    public ApiPipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.Use(SecurityHeaders.AddAsync);
        app.UseResponseCompression();
        app.UseRouting();
        app.Use(GrantedAccess.CheckAsync);
        app.UseEndpoints(endpoints =>
        {
            foreach (var route in services.GetRequiredService<ApiRoutes>().All)
                endpoints.MapMethods(route.Path, [route.Method], route.Answer).WithMetadata(route);
        });
        app.Run(Answers.NotFoundAsync);
        _answer = app.Build();
    }

    /// <summary>Answers a request with the routes of the granted levels; other routes do not exist for the caller.</summary>
    public Task AnswerAsync(HttpContext http, Access granted)
    {
        http.Features.Set(new GrantedAccess(granted));
        return _answer(http);
    }
}
