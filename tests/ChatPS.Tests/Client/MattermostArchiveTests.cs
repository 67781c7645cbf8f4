using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Platforms.Mattermost.Archives;

namespace ChatPS.Tests.Client;

/// <summary>What is found in an archive before a server gets it, rule by rule.</summary>
public sealed class MattermostArchiveTests
{
    private const long Noon = 1600000000000;

    private static readonly string[] Good =
    [
        """{"type":"version","version":1,"info":{"generator":"mattermost-server","version":"9.5.0"}}""",
        """{"type":"role","role":{"name":"keeper","display_name":"Keeper","permissions":["create_post"],"scheme_managed":false}}""",
        """{"type":"scheme","scheme":{"name":"for_teams","display_name":"T","scope":"team","default_team_admin_role":{"name":"a1","display_name":"A"},"default_team_user_role":{"name":"a2","display_name":"A"},"default_channel_admin_role":{"name":"a3","display_name":"A"},"default_channel_user_role":{"name":"a4","display_name":"A"}}}""",
        """{"type":"scheme","scheme":{"name":"for_channels","display_name":"C","scope":"channel","default_channel_admin_role":{"name":"b1","display_name":"B"},"default_channel_user_role":{"name":"b2","display_name":"B"}}}""",
        """{"type":"team","team":{"name":"shop","display_name":"Shop","type":"O","description":"","allow_open_invite":true,"scheme":"for_teams"}}""",
        """{"type":"channel","channel":{"team":"shop","name":"general","display_name":"General","type":"O","header":"","purpose":null,"scheme":"for_channels"}}""",
        """{"type":"user","user":{"username":"alice","email":"alice@example.com","auth_service":null,"roles":"system_admin system_user","locale":"en","notify_props":{"desktop":"mention","email":"true","comments":"never"},"teams":[{"name":"shop","roles":"team_user","theme":"{\"sidebarBg\":\"#fff\"}","channels":[{"name":"general","roles":"channel_user","notify_props":{"desktop":"default","mark_unread":"all"},"favorite":true},{"name":"town-square","roles":""}]}]}}""",
        """{"type":"user","user":{"username":"bob","email":"bob@example.com","auth_service":"ldap","auth_data":"b","profile_image":"pictures/ok.png"}}""",
        """{"type":"user","user":{"username":"cid","email":"cid@example.com","roles":"system_guest","teams":[{"name":"shop","roles":"team_guest","channels":[{"name":"general","roles":"channel_guest"}]}]}}""",
        """{"type":"bot","bot":{"username":"helper","owner":"com.example.plugin","display_name":"Helper"}}""",
        """{"type":"emoji","emoji":{"name":"party+1","image":"pictures/ok.png"}}""",
        """{"type":"post","post":{"team":"shop","channel":"general","user":"helper","message":"hi 🎉","create_at":1600000000000,"props":{"a":1},"flagged_by":["bob"],"reactions":[{"user":"bob","emoji_name":"+1","create_at":1600000000001}],"replies":[{"user":"bob","message":"","create_at":1600000000001,"attachments":[{"path":"data/files/b.txt"}]}],"attachments":[{"path":"files/a.txt"}],"thread_followers":[{"user":"alice"}]}}""",
        """{"type":"direct_channel","direct_channel":{"members":["alice","bob"],"favorited_by":["bob"],"header":""}}""",
        """{"type":"direct_channel","direct_channel":{"participants":[{"username":"alice"},{"username":"bob"},{"username":"cid"}],"shown_by":["cid"]}}""",
        """{"type":"direct_post","direct_post":{"channel_members":["alice","bob"],"user":"alice","message":"psst","create_at":1600000000000,"replies":[],"reactions":null}}""",
    ];

    private static readonly Dictionary<string, string> Files = new()
    {
        ["data/pictures/ok.png"] = "\u0089PNG....",
        ["data/files/a.txt"] = "a",
        ["data/files/b.txt"] = "b",
    };

    [Fact]
    public async Task Nothing_is_found_in_a_good_archive_and_all_of_it_is_counted()
    {
        var check = Open(Zip(Good));
        Assert.Empty(await Find(check));
        var summary = check.Summary;
        Assert.True(summary.IsValid);
        Assert.Equal(
            (15, 1, 2, 1, 1, 3, 1, 1, 1, 2, 1, 3),
            (summary.Lines, summary.Roles, summary.Schemes, summary.Teams, summary.Channels, summary.Users, summary.Bots, summary.Emojis, summary.Posts, summary.DirectChannels, summary.DirectPosts, summary.Attachments));
    }

    // A line that belongs among the good ones, and the one thing that is found in it.
    [Theory]
    [InlineData("""{"type":"post" "post":{}}""", "Json", null)]
    [InlineData("""[1]""", "Json", null)]
    [InlineData("", "Json", null)]
    [InlineData("""{"type":"post","post":{}} {}""", "Json", null)]
    [InlineData("""{"post":{}}""", "Kind", null)]
    [InlineData("""{"type":"poem","poem":{}}""", "Kind", null)]
    [InlineData("""{"type":7}""", "Kind", null)]
    [InlineData("""{"type":"emoji","type":"emoji","emoji":{"name":"twice","image":"pictures/ok.png"}}""", "Kind", null)]
    [InlineData("""{"type":"version","version":1}""", "Order", null)]
    [InlineData("""{"type":"post"}""", "Required", null)]
    [InlineData("""{"type":"post","post":null}""", "Required", null)]
    [InlineData("""{"type":"post","post":"hi"}""", "Value", null)]
    [InlineData("""{"type":"role","role":{"display_name":"R"}}""", "Required", "role.name")]
    [InlineData("""{"type":"role","role":{"name":"Keeper!","display_name":"R"}}""", "Name", "role.name")]
    [InlineData("""{"type":"role","role":{"name":"other","display_name":""}}""", "Required", "role.display_name")]
    [InlineData("""{"type":"role","role":{"name":"other","display_name":"O","permissions":"all"}}""", "Value", "role.permissions")]
    [InlineData("""{"type":"role","role":{"name":"other","display_name":"O","permissions":[1]}}""", "Value", "role.permissions[0]")]
    [InlineData("""{"type":"role","role":{"name":"keeper","display_name":"R"}}""", "Duplicate", "role.name")]
    [InlineData("""{"type":"scheme","scheme":{"name":"s1","display_name":"S","scope":"world"}}""", "Value", "scheme.scope")]
    [InlineData("""{"type":"scheme","scheme":{"name":"s1","display_name":"S","scope":"channel","default_channel_admin_role":{"name":"b1","display_name":"B"}}}""", "Required", "scheme.default_channel_user_role")]
    [InlineData("""{"type":"scheme","scheme":{"name":"s1","display_name":"S","scope":"channel","default_team_user_role":{"name":"b0","display_name":"B"},"default_channel_admin_role":{"name":"b1","display_name":"B"},"default_channel_user_role":{"name":"b2","display_name":"B"}}}""", "Value", "scheme.default_team_user_role")]
    [InlineData("""{"type":"scheme","scheme":{"name":"s1","display_name":"S","scope":"channel","default_channel_admin_role":{"name":"b1"},"default_channel_user_role":{"name":"b2","display_name":"B"}}}""", "Required", "scheme.default_channel_admin_role.display_name")]
    [InlineData("""{"type":"team","team":{"display_name":"T","type":"O"}}""", "Required", "team.name")]
    [InlineData("""{"type":"team","team":{"name":null,"display_name":"T","type":"O"}}""", "Required", "team.name")]
    [InlineData("""{"type":"team","team":{"name":5,"display_name":"T","type":"O"}}""", "Value", "team.name")]
    [InlineData("""{"type":"team","team":{"name":"a","display_name":"T","type":"O"}}""", "Name", "team.name")]
    [InlineData("""{"type":"team","team":{"name":"-ab","display_name":"T","type":"O"}}""", "Name", "team.name")]
    [InlineData("""{"type":"team","team":{"name":"a_b","display_name":"T","type":"O"}}""", "Name", "team.name")]
    [InlineData("""{"type":"team","team":{"name":"ab\n","display_name":"T","type":"O"}}""", "Name", "team.name")]
    [InlineData("""{"type":"team","team":{"name":"apiary","display_name":"T","type":"O"}}""", "Name", "team.name")]
    [InlineData("""{"type":"team","team":{"name":"{65}","display_name":"T","type":"O"}}""", "Length", "team.name")]
    [InlineData("""{"type":"team","team":{"name":"tea","display_name":"{65}","type":"O"}}""", "Length", "team.display_name")]
    [InlineData("""{"type":"team","team":{"name":"tea","display_name":"","type":"O"}}""", "Required", "team.display_name")]
    [InlineData("""{"type":"team","team":{"name":"tea","display_name":"T","type":"P"}}""", "Value", "team.type")]
    [InlineData("""{"type":"team","team":{"name":"tea","display_name":"T","type":"O","description":"{256}"}}""", "Length", "team.description")]
    [InlineData("""{"type":"team","team":{"name":"tea","display_name":"T","type":"O","allow_open_invite":"yes"}}""", "Value", "team.allow_open_invite")]
    [InlineData("""{"type":"team","team":{"name":"tea","display_name":"T","type":"O","scheme":"for_channels"}}""", "Reference", "team.scheme")]
    [InlineData("""{"type":"team","team":{"name":"SHOP","display_name":"T","type":"O"}}""", "Duplicate", "team.name", "Name")]
    [InlineData("""{"type":"channel","channel":{"team":"tea","name":"general","display_name":"C","type":"O"}}""", "Reference", "channel.team")]
    [InlineData("""{"type":"channel","channel":{"team":"shop","name":"gen eral","display_name":"C","type":"O"}}""", "Name", "channel.name")]
    [InlineData("""{"type":"channel","channel":{"team":"shop","name":"general","display_name":"C","type":"O"}}""", "Duplicate", "channel.name")]
    [InlineData("""{"type":"channel","channel":{"team":"shop","name":"attic","display_name":"C","type":"D"}}""", "Value", "channel.type")]
    [InlineData("""{"type":"channel","channel":{"team":"shop","name":"attic","display_name":"{65}","type":"O"}}""", "Length", "channel.display_name")]
    [InlineData("""{"type":"channel","channel":{"team":"shop","name":"attic","display_name":"C","type":"O","header":"{1025}"}}""", "Length", "channel.header")]
    [InlineData("""{"type":"channel","channel":{"team":"shop","name":"attic","display_name":"C","type":"O","purpose":"{251}"}}""", "Length", "channel.purpose")]
    [InlineData("""{"type":"channel","channel":{"team":"shop","name":"attic","display_name":"C","type":"O","scheme":"none"}}""", "Reference", "channel.scheme")]
    [InlineData("""{"type":"user","user":{"email":"d@example.com"}}""", "Required", "user.username")]
    [InlineData("""{"type":"user","user":{"username":"d d","email":"d@example.com"}}""", "Name", "user.username")]
    [InlineData("""{"type":"user","user":{"username":"system","email":"d@example.com"}}""", "Name", "user.username")]
    [InlineData("""{"type":"user","user":{"username":"bob","email":"d@example.com"}}""", "Duplicate", "user.username")]
    [InlineData("""{"type":"user","user":{"username":"dan"}}""", "Required", "user.email")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":""}}""", "Required", "user.email")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"nowhere"}}""", "Value", "user.email")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"Bob@example.com"}}""", "Duplicate", "user.email")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"{120}@example.com"}}""", "Length", "user.email")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","nickname":"{65}"}}""", "Length", "user.nickname")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","password":"{73}"}}""", "Length", "user.password")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","password":""}}""", "Required", "user.password")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","password":"p","auth_service":"saml","auth_data":"d"}}""", "Value", "user.password")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","auth_service":"saml"}}""", "Required", "user.auth_data")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","auth_service":"kerberos","auth_data":"d"}}""", "Value", "user.auth_service")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","roles":"system_admin"}}""", "Value", "user.roles")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","roles":"system_user Keeper"}}""", "Name", "user.roles")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","locale":"english"}}""", "Length", "user.locale")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","delete_at":"today"}}""", "Value", "user.delete_at")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","formatting":"on"}}""", "Value", "user.formatting")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","email_interval":"60"}}""", "Value", "user.email_interval")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","notify_props":{"desktop":"loud"}}}""", "Value", "user.notify_props.desktop")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","profile_image":"pictures/none.png"}}""", "Attachment", "user.profile_image")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","teams":[{"roles":""}]}}""", "Required", "user.teams[0].name")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","teams":[{"name":"tea","channels":[{"name":"attic"}]}]}}""", "Reference", "user.teams[0].name")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","teams":[{"name":"shop","theme":"blue"}]}}""", "Value", "user.teams[0].theme")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","teams":[{"name":"shop"},7]}}""", "Value", "user.teams[1]")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","teams":[{"name":"shop","channels":[{"name":"general"},{"name":"attic"}]}]}}""", "Reference", "user.teams[0].channels[1].name")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","teams":[{"name":"shop","channels":[{"name":"general","notify_props":{"mark_unread":"none"}}]}]}}""", "Value", "user.teams[0].channels[0].notify_props.mark_unread")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","roles":"system_guest","teams":[{"name":"shop","roles":"team_user"}]}}""", "Value", "user.roles")]
    [InlineData("""{"type":"user","user":{"username":"dan","email":"d@example.com","roles":"system_user","teams":[{"name":"shop","roles":"team_guest"}]}}""", "Value", "user.roles")]
    [InlineData("""{"type":"bot","bot":{"username":"bot2"}}""", "Required", "bot.owner")]
    [InlineData("""{"type":"bot","bot":{"username":"bob","owner":"alice"}}""", "Duplicate", "bot.username")]
    [InlineData("""{"type":"emoji","emoji":{"name":"a b","image":"pictures/ok.png"}}""", "Name", "emoji.name")]
    [InlineData("""{"type":"emoji","emoji":{"name":"party+1","image":"pictures/ok.png"}}""", "Duplicate", "emoji.name")]
    [InlineData("""{"type":"emoji","emoji":{"name":"nothing","image":""}}""", "Required", "emoji.image")]
    [InlineData("""{"type":"emoji","emoji":{"name":"gone","image":"pictures/gone.png"}}""", "Attachment", "emoji.image")]
    [InlineData("""{"type":"emoji","emoji":{"name":"text","image":"files/a.txt"}}""", "Attachment", "emoji.image")]
    [InlineData("""{"type":"emoji","emoji":{"name":"out","image":"../pictures/ok.png"}}""", "Path", "emoji.image")]
    [InlineData("""{"type":"post","post":{"team":"tea","channel":"attic","user":"bob","message":"m","create_at":1600000000000}}""", "Reference", "post.team")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"attic","user":"bob","message":"m","create_at":1600000000000}}""", "Reference", "post.channel")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"dan","message":"m","create_at":1600000000000}}""", "Reference", "post.user")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","message":"m","create_at":1600000000000}}""", "Required", "post.user")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","create_at":1600000000000}}""", "Required", "post.message")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"{16384}","create_at":1600000000000}}""", "Length", "post.message")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"\ud83c","create_at":1600000000000}}""", "Json", null)]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m"}}""", "Required", "post.create_at")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":0}}""", "Time", "post.create_at")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1.5}}""", "Value", "post.create_at")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"props":{"a":"{8000}"}}}""", "Length", "post.props")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"flagged_by":["dan"]}}""", "Reference", "post.flagged_by[0]")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"thread_followers":[{"user":"dan"}]}}""", "Reference", "post.thread_followers[0].user")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"reactions":[{"user":"dan","emoji_name":"x","create_at":1600000000000}]}}""", "Reference", "post.reactions[0].user")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"reactions":[{"user":"bob","create_at":1600000000000}]}}""", "Required", "post.reactions[0].emoji_name")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"reactions":[{"user":"bob","emoji_name":"x","create_at":1599999999999}]}}""", "Time", "post.reactions[0].create_at")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"replies":[{"user":"dan","message":"r","create_at":1600000000000}]}}""", "Reference", "post.replies[0].user")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"replies":[{"user":"bob","message":"{16384}","create_at":1600000000000}]}}""", "Length", "post.replies[0].message")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"replies":[{"user":"bob","message":"r","create_at":1600000000005,"reactions":[{"user":"bob","emoji_name":"x","create_at":1600000000004}]}]}}""", "Time", "post.replies[0].reactions[0].create_at")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"attachments":[{"path":"files/c.txt"}]}}""", "Attachment", "post.attachments[0].path")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"attachments":[{}]}}""", "Required", "post.attachments[0].path")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"attachments":[{"path":"/etc/hosts"}]}}""", "Path", "post.attachments[0].path")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"attachments":[{"path":"C:\\a.txt"}]}}""", "Path", "post.attachments[0].path")]
    [InlineData("""{"type":"direct_channel","direct_channel":{}}""", "Required", "direct_channel.members")]
    [InlineData("""{"type":"direct_channel","direct_channel":{"members":["alice","dan"]}}""", "Reference", "direct_channel.members[1]")]
    [InlineData("""{"type":"direct_channel","direct_channel":{"participants":[{"username":"alice"},{"username":"dan"}]}}""", "Reference", "direct_channel.participants[1].username")]
    [InlineData("""{"type":"direct_channel","direct_channel":{"members":["alice","bob"],"favorited_by":["cid"]}}""", "Reference", "direct_channel.favorited_by")]
    [InlineData("""{"type":"direct_post","direct_post":{"user":"alice","message":"m","create_at":1600000000000}}""", "Required", "direct_post.channel_members")]
    [InlineData("""{"type":"direct_post","direct_post":{"channel_members":["alice"],"user":"alice","message":"m","create_at":1600000000000}}""", "Value", "direct_post.channel_members")]
    [InlineData("""{"type":"direct_post","direct_post":{"channel_members":["alice","bob"],"user":"dan","message":"m","create_at":1600000000000}}""", "Reference", "direct_post.user")]
    [InlineData("""{"type":"direct_post","direct_post":{"channel_members":["alice","bob"],"user":"bob","message":"m","create_at":1600000000000,"flagged_by":["cid"]}}""", "Reference", "direct_post.flagged_by")]
    public async Task An_error_is_found_where_it_is(string line, string rule, string? field, string? besides = null)
    {
        var (lines, number) = With(line);
        var found = await Find(Zip(lines));
        var error = Assert.Single(found, finding => finding.Severity == ChatImportSeverity.Error);
        Assert.Equal((rule, number, field), (error.Rule.ToString(), error.Line, error.Field));
        Assert.Equal(besides is null ? [] : [besides], found.Where(finding => finding.Severity == ChatImportSeverity.Warning).Select(finding => finding.Rule.ToString()));
        Assert.Matches("(?s)^\\S.*\\.$", error.Message);
    }

    [Theory]
    [InlineData("""{"type":"team","team":{"name":"Tea","display_name":"T","type":"O"}}""", "Name", "team.name")]
    [InlineData("""{"type":"channel","channel":{"team":"shop","name":"x","display_name":"C","type":"O"}}""", "Name", "channel.name")]
    [InlineData("""{"type":"channel","channel":{"team":"shop","name":"Attic","display_name":"C","type":"O"}}""", "Name", "channel.name")]
    [InlineData("""{"type":"channel","channel":{"team":"shop","name":"attic","type":"O"}}""", "Required", "channel.display_name")]
    [InlineData("""{"type":"user","user":{"username":"Dan","email":"d@example.com"}}""", "Name", "user.username")]
    [InlineData("""{"type":"direct_channel","direct_channel":{"members":["alice"]}}""", "Value", "direct_channel.members")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000}}""", "Time", "post.create_at")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":99000000000000}}""", "Time", "post.create_at")]
    [InlineData("""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":1600000000000,"replies":[{"user":"bob","message":"r","create_at":1599999999999}]}}""", "Time", "post.replies[0].create_at")]
    public async Task A_warning_leaves_the_archive_good_enough(string line, string rule, string field)
    {
        var (lines, number) = With(line);
        var check = Open(Zip(lines));
        var finding = Assert.Single(await Find(check));
        Assert.Equal((ChatImportSeverity.Warning, rule, number, field), (finding.Severity, finding.Rule.ToString(), finding.Line, finding.Field));
        Assert.True(check.Summary.IsValid);
        Assert.Equal(1, check.Summary.Warnings);
    }

    [Fact]
    public async Task Names_are_the_same_in_any_case_and_signs_of_two_halves_are_one_character()
    {
        var (lines, _) = With($$$"""{"type":"post","post":{"team":"shop","channel":"general","user":"BOB","message":"{{{string.Concat(Enumerable.Repeat("🎉", 16383))}}}","create_at":{{{Noon}}}}}""");
        Assert.Empty(await Find(Zip(lines)));
        var finding = Assert.Single(await Find(Open(Zip(lines), new() { MaxPostLength = 16382 })));
        Assert.Contains("16383", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"version"}""", "Required")]
    [InlineData("""{"type":"version","version":2}""", "Value")]
    [InlineData("""{"type":"version","version":"1"}""", "Value")]
    [InlineData("""{"type":"role","role":{"name":"other","display_name":"O"}}""", "Order")]
    public async Task The_version_comes_first_and_is_1(string first, string rule)
    {
        var finding = Assert.Single(await Find(Zip([first, .. Good[1..]])));
        Assert.Equal((rule, 1L), (finding.Rule.ToString(), finding.Line));
    }

    [Fact]
    public async Task What_comes_too_late_is_told_of_once_a_kind_and_where_it_is_missed()
    {
        string[] lines = [Good[0], .. Good[2..4], Good[5], Good[4], Good[5].Replace("general", "other", StringComparison.Ordinal), Good[4].Replace("shop", "tea", StringComparison.Ordinal)];
        var found = await Find(Lines(lines));
        Assert.Equal(
            [(4, "Reference"), (5, "Order")],
            found.Select(finding => ((int)finding.Line!.Value, finding.Rule.ToString())));
    }

    [Fact]
    public async Task Files_that_nothing_names_and_paths_that_lead_out_are_found()
    {
        var found = await Find(Zip(Good, ("data/extra.txt", "x"), ("../out.txt", "x"), ("/abs.txt", "x")));
        Assert.Equal(
            [("Path", "../out.txt"), ("Path", "/abs.txt"), ("Unused", "data/extra.txt"), ("Unused", "../out.txt"), ("Unused", "/abs.txt")],
            found.Select(finding => (finding.Rule.ToString(), finding.Item!)));
        Assert.All(found, finding => Assert.Null(finding.Line));
        Assert.Equal(2, (await Find(Open(Zip(Good, ("data/extra.txt", "x"), ("../out.txt", "x"), ("/abs.txt", "x")), new() { IgnoreAttachments = true }))).Count);
    }

    [Fact]
    public async Task A_file_beside_the_folder_of_files_is_not_in_it()
    {
        var (lines, _) = With($$$"""{"type":"post","post":{"team":"shop","channel":"general","user":"bob","message":"m","create_at":{{{Noon}}},"attachments":[{"path":"c.txt"}]}}""");
        var found = await Find(Zip(lines, ("c.txt", "c")));
        Assert.Equal([ChatImportRule.Attachment, ChatImportRule.Unused], found.Select(finding => finding.Rule));
        Assert.Contains("beside", found[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_has_its_lines_once()
    {
        var none = Assert.Single(await Find(Zip(null, ("data/a.txt", "a"))));
        Assert.Equal(ChatImportRule.Archive, none.Rule);
        var two = Assert.Single(await Find(Zip(Good, ("second.jsonl", "")), new() { IgnoreAttachments = true }));
        Assert.Equal((ChatImportRule.Archive, "second.jsonl"), (two.Rule, two.Item));
        // A message can have such a file too, unless it comes first.
        Assert.Equal([ChatImportRule.Unused], (await Find(Zip(Good, ("data/notes.jsonl", "{}")))).Select(finding => finding.Rule));
        var first = await Find(Zip(null, ("data/notes.jsonl", "{}"), ("import.jsonl", Good[0])), new() { IgnoreAttachments = true });
        Assert.Equal("data/notes.jsonl", Assert.Single(first).Item);
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_finding()
    {
        foreach (var broken in new byte[][] { [], "hello"u8.ToArray(), "PK\u0003\u0004 and no more"u8.ToArray(), Zip(Good)[..^30] })
        {
            var check = Open(broken);
            Assert.Equal(ChatImportRule.Archive, Assert.Single(await Find(check)).Rule);
            Assert.False(check.Summary.IsValid);
        }
        // In the middle of what is packed.
        var zip = Zip([.. Enumerable.Repeat(Good[0], 5000)]);
        Array.Fill(zip, (byte)0xFF, 60, 40);
        Assert.Contains(await Find(zip), finding => finding.Rule == ChatImportRule.Archive);
    }

    [Fact]
    public async Task A_byte_order_mark_and_a_line_without_an_end_are_read()
    {
        byte[] file = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes($"{Good[0]}\r\n{Good[4].Replace(",\"scheme\":\"for_teams\"", "", StringComparison.Ordinal)}")];
        var check = Open(file);
        Assert.Equal((ChatImportRule.Json, 1L), Assert.Single((await Find(check)).Select(finding => (finding.Rule, finding.Line!.Value))));
        Assert.Equal((2, 1), (check.Summary.Lines, check.Summary.Teams));
    }

    [Fact]
    public async Task A_line_that_servers_find_too_long_is_not_held()
    {
        var much = new string('x', ArchiveLines.MaxLength);
        var check = Open(Lines([Good[0], much, Good[1]]));
        var finding = Assert.Single(await Find(check));
        Assert.Equal((ChatImportRule.Length, 2L), (finding.Rule, finding.Line));
        Assert.Equal((3, 1), (check.Summary.Lines, check.Summary.Roles));
    }

    [Fact]
    public void Fifty_thousand_lines_take_the_room_of_one()
    {
        var lines = new ArchiveLines(Many(50_000));
        var count = 0;
        while (lines.MoveNext())
        {
            count++;
            Assert.True(MemoryMarshal.TryGetArray(lines.Line, out var held));
            Assert.InRange(held.Array!.Length, 0, 64 * 1024);
        }
        Assert.Equal(50_000, count);
    }

    [Fact]
    public async Task Of_fifty_thousand_findings_few_are_held()
    {
        var check = Open(() => Many(50_000));
        var (count, seen) = (0, new List<WeakReference<ChatImportFinding>>(50_000));
        await foreach (var finding in check.FindAsync(CallContext.Silent))
        {
            seen.Add(new(finding));
            if (++count % 20_000 != 0)
                continue;
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            Assert.InRange(seen.Count(reference => reference.TryGetTarget(out _)), 0, 100);
        }
        Assert.Equal((50_000, 49_999), (check.Summary.Lines, count));
    }

    [Fact]
    public async Task It_ends_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        var check = Open(() => Many(int.MaxValue));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var finding in check.FindAsync(CallContext.Silent with { Cancellation = stop.Token }))
            {
                if (finding.Line == 10)
                    await stop.CancelAsync();
            }
        });
        // Nobody finds anything here, and it ends all the same.
        var quiet = Open(() => new GeneratedLines(Endless(stop), long.MaxValue)).FindAsync(CallContext.Silent with { Cancellation = stop.Token });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await quiet.GetAsyncEnumerator().MoveNextAsync());
    }

    [Fact]
    public async Task A_large_archive_tells_how_far_it_is()
    {
        var log = new Progress();
        var lines = Enumerable.Repeat(Good[1].Replace("Keeper", new string('k', 100), StringComparison.Ordinal), 100_000);
        var check = Open(() => new GeneratedLines(lines.Prepend(Good[0]), 30_000_000));
        await foreach (var _ in check.FindAsync(new CallContext(log, CancellationToken.None)))
        {
        }
        Assert.InRange(log.Told.Count, 2, 10);
        Assert.Equal(30_000_000, log.Told[^1]);
        Assert.Equal(log.Told.Order(), log.Told);
    }

    [Fact]
    public async Task Lines_by_themselves_have_their_files_beside_them()
    {
        var folder = Directory.CreateTempSubdirectory("chatps").FullName;
        try
        {
            foreach (var (name, content) in Files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
                await File.WriteAllTextAsync(Path.Combine(folder, name), content, Encoding.Latin1);
            }
            var path = Path.Combine(folder, "import.jsonl");
            await File.WriteAllBytesAsync(path, Lines(Good));
            Assert.Empty(await Find(new ArchiveChecker().Open(path, new FileUpload("import.jsonl", () => File.OpenRead(path)), new())));
            File.Delete(Path.Combine(folder, "data/files/a.txt"));
            Assert.Equal(["post.attachments[0].path"], (await Find(new ArchiveChecker().Open(path, new FileUpload("import.jsonl", () => File.OpenRead(path)), new()))).Select(finding => finding.Field));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Endless(CancellationTokenSource stop)
    {
        yield return Good[0];
        for (var i = 0; ; i++)
        {
            if (i == 100)
                stop.Cancel();
            yield return $$$"""{"type":"role","role":{"name":"r{{{i}}}","display_name":"R"}}""";
        }
    }

    // Each but the first with something to find.
    private static GeneratedLines Many(int count) => new(
        Enumerable.Range(0, count - 1).Select(i => $$$"""{"type":"role","role":{"name":"keeper","display_name":""}}{{{new string(' ', i % 50)}}}""".Replace("keeper", $"r{i}", StringComparison.Ordinal)).Prepend(Good[0]),
        count);

    // Behind its like, so that only what is wrong with it is found. {n} stands for a text of so many characters.
    private static (string[] Lines, long Number) With(string line)
    {
        line = System.Text.RegularExpressions.Regex.Replace(line, @"\{(\d+)\}", match => new string('x', int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        var type = System.Text.RegularExpressions.Regex.Match(line, "\"type\":\"(\\w+)\"").Groups[1].Value;
        var last = type == "version" ? -1 : Array.FindLastIndex(Good, good => good.Contains($"\"type\":\"{type}\",\"{type}\"", StringComparison.Ordinal));
        var at = last < 0 ? Good.Length : last + 1;
        return ([.. Good[..at], line, .. Good[at..]], at + 1);
    }

    private static byte[] Lines(string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static byte[] Zip(string[]? lines, params (string Name, string Content)[] more)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            IEnumerable<(string, byte[])> all = lines is null ? [] : [("import.jsonl", Lines(lines)), .. Files.Select(file => (file.Key, Encoding.Latin1.GetBytes(file.Value)))];
            foreach (var (name, content) in all.Concat(more.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Content)))))
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return archive.ToArray();
    }

    private static IImportCheck Open(byte[] file, ImportCheckOptions? options = null) => Open(() => new MemoryStream(file), options);

    private static IImportCheck Open(Func<Stream> file, ImportCheckOptions? options = null) =>
        new ArchiveChecker().Open("/nowhere/import.zip", new FileUpload("import.zip", file), options ?? new());

    private static Task<List<ChatImportFinding>> Find(byte[] file, ImportCheckOptions? options = null) => Find(Open(file, options));

    private static async Task<List<ChatImportFinding>> Find(IImportCheck check)
    {
        var found = new List<ChatImportFinding>();
        await foreach (var finding in check.FindAsync(CallContext.Silent))
            found.Add(finding);
        Assert.Equal(found.Count, check.Summary.Errors + check.Summary.Warnings);
        return found;
    }

    private sealed class Progress : ICallLog
    {
        public List<long> Told { get; } = [];

        public void Verbose(string text)
        {
        }

        public void Warning(string text)
        {
        }

        public void Waiting(TimeSpan delay, string reason)
        {
        }

        void ICallLog.Progress(string activity, long done, long? total) => Told.Add(done);
    }
}
