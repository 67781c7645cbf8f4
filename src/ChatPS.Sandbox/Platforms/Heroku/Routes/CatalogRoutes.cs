using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>What the platform offers to everybody: stacks, regions, sizes of dynos, generations.</summary>
internal static class CatalogRoutes
{
    public static void MapCatalog(this HerokuService heroku)
    {
        var state = heroku.State;
        Map(heroku, "/stacks", "stack_identity", state.Stacks, ToJson);
        Map(heroku, "/regions", "region_identity", state.Regions, ToJson);
        Map(heroku, "/dyno-sizes", "dyno_size_identity", state.DynoSizes, size => size.ToJson(state.Generations.First()));
        Map(heroku, "/generations", "stack_identity", state.Generations, generation => generation.ToReference().WithTimes(generation));
        heroku.Map("GET", "/apps/{app_identity}/available-stacks", call =>
        {
            _ = call.App();
            return call.List(state.Stacks.Where(stack => stack.State != "deprecated"), OrderOf<Stack>(), ToJson);
        });
        heroku.Map("GET", "/apps/{app_identity}/available-dyno-sizes", call =>
        {
            var generation = call.App().Generation;
            return call.List(state.DynoSizes.Where(size => !size.PrivateSpaceOnly), OrderOf<DynoSize>(), size => size.ToJson(generation));
        });
        heroku.Map("GET", "/teams/{team_identity}/available-generations", call =>
        {
            _ = call.Team();
            return call.List(state.Generations, OrderOf<Generation>(), generation => generation.ToReference().WithTimes(generation));
        });
    }

    private static void Map<T>(HerokuService heroku, string path, string identity, Table<T> table, Func<T, JsonObject> toJson)
        where T : NamedEntity
    {
        heroku.Map("GET", path, call => call.List(table, OrderOf<T>(), toJson));
        heroku.Map("GET", $"{path}/{{{identity}}}", call =>
            HerokuAnswer.Json(toJson(table.Find(call.Route(identity)) ?? throw HerokuAnswer.NotFound(identity[..^"_identity".Length].Replace('_', ' ')))));
    }

    private static SortOrder<T> OrderOf<T>()
        where T : NamedEntity =>
        new(("name", item => item.Name));

    private static JsonObject ToJson(Stack stack)
    {
        var json = stack.ToReference().WithTimes(stack);
        json["default"] = stack.Default;
        json["state"] = stack.State;
        return json;
    }

    public static JsonObject ToJson(this Region region)
    {
        var json = region.ToReference().WithTimes(region);
        json["country"] = region.Country;
        json["description"] = region.Description;
        json["locale"] = region.Locale;
        json["private_capable"] = region.PrivateCapable;
        json["provider"] = new JsonObject { ["name"] = "amazon-web-services", ["region"] = region.ProviderRegion };
        return json;
    }

    private static JsonObject ToJson(this DynoSize size, Generation generation)
    {
        var json = size.ToReference();
        json["architecture"] = "x86_64";
        json["compute"] = size.Compute;
        json["cost"] = size.PrivateSpaceOnly ? null : new JsonObject { ["cents"] = size.Cents, ["unit"] = "month" };
        json["dedicated"] = size.Dedicated;
        json["generation"] = generation.ToReference();
        json["memory"] = size.Memory;
        json["precise_dyno_units"] = size.Units;
        json["private_space_only"] = size.PrivateSpaceOnly;
        return json;
    }
}
