using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Seeding;

/// <summary>What the platform offers: stacks, regions, sizes of dynos, features.</summary>
internal sealed class HerokuCatalog(HerokuState state, DateTimeOffset created)
{
    public void Fill()
    {
        state.Generations.Add(new() { Id = state.NewId(), CreatedAt = created, Name = "cedar" });

        AddStack("cedar-14", "deprecated");
        AddStack("heroku-20", "deprecated");
        AddStack("heroku-22", "public");
        AddStack("heroku-24", "public", isDefault: true);
        AddStack("container", "public");

        AddRegion("us", "United States", "Virginia, United States", "us-east-1");
        AddRegion("eu", "Ireland", "Europe", "eu-west-1");
        AddRegion("oregon", "United States", "Oregon, United States", "us-west-2", privateCapable: true);
        AddRegion("frankfurt", "Germany", "Frankfurt, Germany", "eu-central-1", privateCapable: true);
        AddRegion("tokyo", "Japan", "Tokyo, Japan", "ap-northeast-1", privateCapable: true);

        AddSize("Eco", memory: 0.5, compute: 1, cents: 500);
        AddSize("Basic", memory: 0.5, compute: 1, cents: 700);
        AddSize("Standard-1X", memory: 0.5, compute: 1, cents: 2500);
        AddSize("Standard-2X", memory: 1, compute: 2, cents: 5000);
        AddSize("Performance-M", memory: 2.5, compute: 12, cents: 25_000, dedicated: true);
        AddSize("Performance-L", memory: 14, compute: 50, cents: 50_000, dedicated: true);
        AddSize("Private-S", memory: 1, compute: 12, cents: 0, dedicated: true, inPrivateSpace: true);

        AddFeature(state.AccountFeatures, "team-overview", "Team overview", "Shows the apps of all teams on one page", "beta");
        AddFeature(state.AccountFeatures, "metrics-digest", "Metrics digest", "Sends a summary of the metrics each week", "general");
        AddFeature(state.AccountFeatures, "dark-dashboard", "Dark dashboard", "Darkens the dashboard", "alpha");
        AddFeature(state.AppFeatures, "http-session-affinity", "Session affinity", "Leads a browser to the same dyno each time", "general");
        AddFeature(state.AppFeatures, "preboot", "Preboot", "Starts new dynos before the old ones stop", "general");
        AddFeature(state.AppFeatures, "runtime-dyno-metadata", "Dyno metadata", "Tells the app its own id and release", "general");
        AddFeature(state.AppFeatures, "log-runtime-metrics", "Log runtime metrics", "Writes load and memory of each dyno to the log", "beta");
    }

    private void AddStack(string name, string kind, bool isDefault = false) =>
        state.Stacks.Add(new() { Id = state.NewId(), CreatedAt = created, Name = name, State = kind, Default = isDefault });

    private void AddRegion(string name, string country, string description, string provider, bool privateCapable = false) => state.Regions.Add(new()
    {
        Id = state.NewId(),
        CreatedAt = created,
        Name = name,
        Country = country,
        Description = description,
        Locale = description.Split(',')[0],
        ProviderRegion = provider,
        PrivateCapable = privateCapable,
    });

    private void AddSize(string name, double memory, int compute, int cents, bool dedicated = false, bool inPrivateSpace = false) => state.DynoSizes.Add(new()
    {
        Id = state.NewId(),
        CreatedAt = created,
        Name = name,
        Memory = memory,
        Compute = compute,
        Cents = cents,
        Units = cents / 2500.0,
        Dedicated = dedicated,
        PrivateSpaceOnly = inPrivateSpace,
    });

    private void AddFeature(Table<Feature> features, string name, string displayName, string description, string kind) => features.Add(new()
    {
        Id = state.NewId(),
        CreatedAt = created,
        Name = name,
        DisplayName = displayName,
        Description = description,
        State = kind,
    });
}
