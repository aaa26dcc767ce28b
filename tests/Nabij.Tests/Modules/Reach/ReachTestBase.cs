using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using Nabij.Modules.Reach.Sending;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Reach;

/// <summary>The platform with a mail server, a gateway, and a module that asks neighbours something.</summary>
public abstract class ReachTestBase(SmtpServer smtp, SmsGateway gateway)
    : IClassFixture<SmtpServer>,
        IClassFixture<SmsGateway>,
        IAsyncLifetime
{
    protected const string GatewaySecret = "the gateway knows this";

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;
    protected SmtpServer Smtp => smtp;
    protected SmsGateway Gateway => gateway;
    protected CrashingSaves Saves { get; } = new();
    protected Receiver Answers { get; } = new();
    protected TestApp App { get; private set; } = null!;
    protected Subject Curtains { get; } = new("Question", Guid.CreateVersion7());

    public virtual async ValueTask InitializeAsync()
    {
        await smtp.StartOverAsync();
        gateway.StartOver();
        App = await TestApp.StartAsync(app =>
        {
            app.Settings["Reach:PublicUrl"] = "http://nabij.example";
            foreach (var (key, value) in Outlets())
                app.Settings[key] = value;
            app.MoreServices = services =>
            {
                services.AddSingleton(new TextCatalogue([typeof(Program).Assembly, typeof(ReachTestBase).Assembly]));
                services.AddScoped<IReceiveAnswers>(scope => Answers.In(scope.GetRequiredService<NabijDb>()));
                services.ConfigureDbContext<NabijDb>(db => db.AddInterceptors(Saves));
            };
        });
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return App.DisposeAsync();
    }

    protected virtual IEnumerable<(string Key, string Value)> Outlets() =>
        [
            ("Reach:Smtp:Host", "127.0.0.1"),
            ("Reach:Smtp:Port", $"{smtp.Port}"),
            ("Reach:Smtp:Tls", "false"),
            ("Reach:Sms:Url", gateway.Url),
            ("Reach:Sms:Token", "let-us-in"),
            ("Reach:Sms:IncomingSecret", GatewaySecret),
        ];

    protected async Task<PersonId> ByMailAsync(string name = "Kees", string? phone = null) =>
        (await App.AddPersonAsync(name, "Bakker", new(Channel.Mail, $"{name.ToLowerInvariant()}@lindelaan.example", Phone: phone))).Id;

    protected async Task<PersonId> ByTextAsync(string mobile = "+31612345678") =>
        (await App.AddPersonAsync("Fatima", "Kaya", new(Channel.TextMessage, Mobile: mobile))).Id;

    protected async Task<PersonId> ByPhoneAsync(string name = "Riet", AddressId? home = null) =>
        (await App.AddPersonAsync(name, "de Wit", new(Channel.Call, Phone: "+31228510001"), home)).Id;

    protected Message Ask(string who = "Riet", string words = "De gordijnrail hangt los.") =>
        new(Curtains, "Test.Ask", Words(("who", who), ("words", words))) { Answers = ["yes", "no", "stop"] };

    protected Message News(string who = "Riet") => new(Curtains, "Test.News", Words(("who", who)));

    protected static IReadOnlyDictionary<string, string> Words(params (string Name, string Value)[] words) =>
        words.ToDictionary(w => w.Name, w => w.Value, StringComparer.Ordinal);

    /// <summary>Tells as a module would: saved with its own change.</summary>
    protected Task<MessageId> TellAsync(PersonId person, Message message) =>
        App.InScopeAsync(async scope =>
        {
            var id = scope.GetRequiredService<IReach>().Tell(person, message);
            await scope.GetRequiredService<NabijDb>().SaveChangesAsync(Ct);
            return id;
        });

    protected Task<int> CancelAsync(Subject about) =>
        App.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<IReach>().CancelAsync(about, Ct);
            return await scope.GetRequiredService<NabijDb>().SaveChangesAsync(Ct);
        });

    protected Task SendAsync() => App.RunAsync<SendDueMessagesJob>();

    /// <summary>Runs the job at this later moment.</summary>
    protected Task SendAfterAsync(Duration wait)
    {
        App.Clock.Advance(wait);
        return SendAsync();
    }

    protected Task<PersonalMessage> FindAsync(MessageId id) => App.InDbAsync(db => db.Messages.SingleAsync(m => m.Id == id, Ct));

    protected async Task<MessageState> StateOfAsync(MessageId id) => (await FindAsync(id)).State;

    /// <summary>A module that takes the first yes and refuses every next.</summary>
    protected sealed class Receiver
    {
        private readonly List<(PersonId Person, string Answer)> given = [];

        public IReadOnlyList<(PersonId Person, string Answer)> Given => given;

        public IReceiveAnswers In(NabijDb db) => new OfScope(this, db);

        private sealed class OfScope(Receiver all, NabijDb db) : IReceiveAnswers
        {
            public string SubjectKind => "Question";

            public async Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer, CancellationToken ct)
            {
                if (answer == "yes" && all.given.Exists(g => g.Answer == "yes"))
                    return new SomebodyElseHelps();
                if (!await db.TrySaveAsync(ct))
                    return new SomebodyElseHelps();
                all.given.Add((person, answer));
                return null;
            }
        }
    }
}

/// <summary>As a module refuses: kindly, in its own words.</summary>
public sealed record SomebodyElseHelps : Refusal;
