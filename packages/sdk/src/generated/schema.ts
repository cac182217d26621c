// Generated from openapi/openapi.json by `npm run generate`; changes here are lost.

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it can work: the database answers and its schema is current */
        get: operations["readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/disk-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of disks in a region, with the price of one home */
        get: operations["diskTypeList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/machine-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Machine types of a region with their prices, cheapest first
         * @description List prices in USD, without tax and discounts.
         */
        get: operations["machineTypeList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Regions of the catalogue, with their zones */
        get: operations["regionList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/unit-prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a GiB of memory and a GiB of home cost a month, by region
         * @description List prices in USD, without tax and discounts. Memory is that of the machine type whose memory is cheapest, unless one is named.
         */
        get: operations["unitPriceList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Versions of the price catalogue, the newest first
         * @description What was refused when prices were refreshed is told with its reasons.
         */
        get: operations["catalogueList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogues/{catalogue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version of the price catalogue, with its prices in a region
         * @description By its id, or by a provider: the version in force. An estimate tells which one it was made with.
         */
        get: operations["catalogueGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogues/{catalogue}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the public price list of a cloud, and make a new version of its prices
         * @description Odd prices stay as they were, and where many are odd, all do: `catalogue get` tells which and why. By itself it happens as often as the workers are set to.
         */
        post: operations["catalogueRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/estimates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a hub would cost
         * @description Keeps nothing. Amounts are list prices in USD, without tax. `advice` is what else could be done, each with its amount.
         */
        post: operations["estimateCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/estimates.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a hub would cost, as a picture */
        post: operations["estimateCreatePng"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/estimates.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a hub would cost, as a picture */
        post: operations["estimateCreateSvg"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that sign tokens for clouds, the newest first
         * @description There are two or three at most; none before the first token.
         */
        get: operations["signingKeyList"];
        put?: never;
        /**
         * Rotate the keys that sign tokens for clouds, before it is due
         * @description The new key is published at once and signs later, so that clouds know it by then; the one before stays published for a day after that, and its tokens hold to their end. By itself this happens every month.
         */
        post: operations["signingKeyCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signing-keys/{signingKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A key that signs tokens for clouds */
        get: operations["signingKeyGet"];
        put?: never;
        post?: never;
        /**
         * Take a key away from the public keys before its time
         * @description For one that somebody else may have: make another first, and delete this one when that signs. Servers stop telling of it within 5 minutes; a cloud believes it for as long as it keeps what it fetched.
         */
        delete: operations["signingKeyDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenants that the key may see */
        get: operations["tenantList"];
        put?: never;
        /** Make a tenant */
        post: operations["tenantCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tenant */
        get: operations["tenantGet"];
        put?: never;
        post?: never;
        /** Delete a tenant that has no hubs and clusters any more */
        delete: operations["tenantDelete"];
        options?: never;
        head?: never;
        /**
         * Change a tenant
         * @description Admins of a tenant change its `finance` and `privacy`; all else platform admins.
         */
        patch: operations["tenantUpdate"];
        trace?: never;
    };
    "/v1/tenants/{tenant}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the virtual clock of a sandbox tenant forward */
        post: operations["tenantAdvance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/bill-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies in the folder of bills, and what became of it */
        get: operations["billFileList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bills that were loaded, the oldest first */
        get: operations["billList"];
        put?: never;
        /**
         * Load a provider's bill
         * @description A billing export as the provider wrote it: GCP's from BigQuery (standard or detailed), an AWS Cost and Usage Report, an Azure cost export, or FOCUS; CSV, JSON lines or Parquet, also packed by gzip. Which it is, its columns tell. Days of UTC are kept by cluster, hub, component and kind of charge, and put beside what was measured. One that covers all of an earlier one, of the same accounts, replaces it wholly; the same one again changes nothing.
         */
        post: operations["billCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/bills/{bill}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A provider's bill */
        get: operations["billGet"];
        put?: never;
        post?: never;
        /**
         * Take a bill away
         * @description What it told of clusters is no longer known as billed; what was measured stays.
         */
        delete: operations["billDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The budgets of a tenant, and how far the month is */
        get: operations["budgetList"];
        put?: never;
        /**
         * Set what a tenant, or one hub of it, may cost in a month
         * @description It is looked at whenever costs are computed, each hour at least. What it does ends with the month, with a higher amount, or by an override.
         */
        post: operations["budgetCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/budgets/{budget}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A budget, and how far the month is */
        get: operations["budgetGet"];
        put?: never;
        post?: never;
        /**
         * Delete a budget
         * @description Servers that it froze may start again. Hubs that it stopped stay so until somebody starts them.
         */
        delete: operations["budgetDelete"];
        options?: never;
        head?: never;
        /**
         * Change the amount of a budget, or what it does
         * @description It is looked at at once: what a higher amount does not call for any more is undone.
         */
        patch: operations["budgetUpdate"];
        trace?: never;
    };
    "/v1/tenants/{tenant}/budgets/{budget}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift what a budget does, for a while and with a reason
         * @description Servers may start again, and what it stopped or took back is as before. It goes on to tell. `until: null` ends an override.
         */
        post: operations["budgetOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clusters of a tenant, and those that a grant lets it use */
        get: operations["clusterList"];
        put?: never;
        /**
         * Make a managed cluster, or register one that exists
         * @description One in a cloud needs a credential for it. A registered one needs a kubeconfig with a token or client certificate inside: `hubfleet cluster register` makes it on your machine.
         */
        post: operations["clusterCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/clusters/{cluster}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A cluster */
        get: operations["clusterGet"];
        put?: never;
        post?: never;
        /**
         * Delete a managed cluster, or forget a registered one
         * @description Never while a hub lives in it. What a managed one has in the cloud is looked for before and after: the operation ends with a report.
         */
        delete: operations["clusterDelete"];
        options?: never;
        head?: never;
        /** Change the pools or the credential of a managed cluster, what its hubs begin with, what it costs, or the kubeconfig of a registered one */
        patch: operations["clusterUpdate"];
        trace?: never;
    };
    "/v1/tenants/{tenant}/clusters/{cluster}/billables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything of a managed cluster that bills in its cloud
         * @description Asked of the cloud itself. A cluster that is deleted can be asked about by its id: nothing is there any more but what was kept on purpose.
         */
        get: operations["clusterBillables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/clusters/{cluster}/fit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How many users of a hub that is not there yet would fit a node
         * @description With the defaults of the platform and of the cluster, and those of a template, under the `spec` that is given. Keeps nothing.
         */
        post: operations["clusterFit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/clusters/{cluster}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may use a cluster */
        get: operations["grantList"];
        put?: never;
        /** Let another tenant place hubs on a cluster */
        post: operations["grantCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/clusters/{cluster}/grants/{grant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A grant */
        get: operations["grantGet"];
        put?: never;
        post?: never;
        /**
         * Take a grant back
         * @description Hubs that are there stay; new ones are refused.
         */
        delete: operations["grantDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/clusters/{cluster}/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The nodes of a cluster
         * @description Asked of the cluster itself, not older than a minute.
         */
        get: operations["clusterNodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/clusters/{cluster}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a cluster again that somebody deleted in the cloud
         * @description Empty: its hubs are installed again, and what their disks held is lost but for disks that the cloud still has. A cluster that is there stays as it is.
         */
        post: operations["clusterRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/clusters/{cluster}/scale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change how many nodes a pool always has
         * @description Up before a workshop, to zero after it. Fewer nodes push nobody out: where the cloud scales by itself, nodes go when they are empty.
         */
        post: operations["clusterScale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/clusters/{cluster}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a stopped cluster its nodes back */
        post: operations["clusterStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/clusters/{cluster}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take all nodes of a managed cluster away; what is stored stays
         * @description The plan says what goes on to cost money.
         */
        post: operations["clusterStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/clusters/{cluster}/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a managed cluster to a newer version of Kubernetes
         * @description First the control plane, then pool by pool: nodes are replaced, and servers on them end. Control planes go one minor version at a time.
         */
        post: operations["clusterUpgrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a tenant cost and used, by whom and by when
         * @description Sums what was measured, at list prices and as billed. Each currency stands for itself.
         */
        get: operations["costReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/costs.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a tenant cost and used, by whom and by when, as a table */
        get: operations["costReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/costs.focus.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a tenant cost and used, by whom and by when, charge by charge in FOCUS 1.2 */
        get: operations["costReportFocusCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/costs.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a tenant cost and used, by whom and by when, as a picture */
        get: operations["costReportPng"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/costs.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a tenant cost and used, by whom and by when, as a picture */
        get: operations["costReportSvg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/costs/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was measured beside what was billed, by cluster, day and component
         * @description Days are those of UTC, which bills have. A day of a cluster is here once a bill tells of it, and its hours are computed.
         */
        get: operations["costReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The credentials of a tenant */
        get: operations["credentialList"];
        put?: never;
        /**
         * Register how Hubfleet gets into a cloud
         * @description The operation succeeds when the cloud takes it and it has all permissions that a cluster needs; until then it is kept, and `credentialCheck` looks again. Its secret is never shown.
         */
        post: operations["credentialCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/credentials/{credential}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A credential, without its secret */
        get: operations["credentialGet"];
        put?: never;
        post?: never;
        /**
         * Forget a credential
         * @description Never while a cluster uses it. In the cloud nothing changes: take the key or the trust away there.
         */
        delete: operations["credentialDelete"];
        options?: never;
        head?: never;
        /**
         * Replace the secret of a credential, or how it gets in
         * @description What is left out stays, the secret too. Its name, cloud and account stay always. Clusters go on with what it is now.
         */
        patch: operations["credentialUpdate"];
        trace?: never;
    };
    "/v1/tenants/{tenant}/credentials/{credential}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the cloud again whether it takes a credential, and what it permits
         * @description Each is looked at daily in any case.
         */
        post: operations["credentialCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in a tenant, the oldest first
         * @description Asked for as `text/event-stream` it goes on as things happen. Events are kept for 90 days. Server-sent events; the `data` of each is the JSON described here. A comment every 15 seconds keeps the connection open. What breaks the stream off is told in a last event named `problem`.
         */
        get: operations["eventList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/events/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An event */
        get: operations["eventGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The hubs of a tenant */
        get: operations["hubList"];
        put?: never;
        /**
         * Make a hub
         * @description Fields of `spec` stand over the template, and both over the defaults of the cluster and of the platform, as these are now.
         */
        post: operations["hubCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A hub */
        get: operations["hubGet"];
        put?: never;
        post?: never;
        /**
         * Delete a hub and show that nothing is left
         * @description Ends with a teardown report. It says what happens to the homes and never guesses.
         */
        delete: operations["hubDelete"];
        options?: never;
        head?: never;
        /**
         * Change the configuration of a hub
         * @description A JSON merge patch (RFC 7396) of what the hub itself sets: null gives a field back to the template and the defaults below; raw `values` are replaced whole. A `config` replaces the raw values and the fields that it names; other fields stay.
         */
        patch: operations["hubUpdate"];
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/build-workflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A CI workflow file that builds the image of a hub outside of its cluster
         * @description For a cluster that takes no builds: put it into the repository, and the secrets that it names into the CI system.
         */
        get: operations["hubBuildWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/builds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The builds of a hub */
        get: operations["buildList"];
        put?: never;
        /**
         * Build an image from a Git repository
         * @description With repo2docker, in the cluster of the hub; pushed to `build.image` of its spec with the commit as tag. Where the cluster takes no builds, the answer is a CI workflow file that does the same.
         */
        post: operations["buildCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/builds/{build}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A build */
        get: operations["buildGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/builds/{build}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a build
         * @description Its pods go; what was pushed stays in the registry.
         */
        post: operations["buildCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/builds/{build}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log of a build as it is written (events named log), and the build at each change until it ends (events named build)
         * @description Server-sent events; the `data` of each is the JSON described here. A comment every 15 seconds keeps the connection open. What breaks the stream off is told in a last event named `problem`.
         */
        get: operations["buildEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/builds/{build}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last lines that a build wrote
         * @description As it goes on, asked of the cluster itself; of a build that ended, what was kept of it.
         */
        get: operations["buildLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/cost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a hub is expected to cost a month, beside what it has cost so far
         * @description What it has cost is measured hour by hour, and told once an hour is over; `cost report` splits it by day, user and more.
         */
        get: operations["hubCost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/cull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop idle servers now
         * @description By the rules of the hub's own culler, but for who is protected; nobody is told before. The result tells who was culled and why. Under `validateOnly` the hub is asked who would be, now and later, and nobody is.
         */
        post: operations["hubCull"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A hub as plain files, with which helm alone makes the same hub
         * @description Nobody is locked in: the values of the chart, the objects that Hubfleet made beside the release, the command, and what nothing does any more without Hubfleet.
         */
        get: operations["hubExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/fit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many users fit a node, and what binds, for each profile and kind of node */
        get: operations["hubFit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The groups of a hub
         * @description Asked of the hub itself.
         */
        get: operations["groupList"];
        put?: never;
        /**
         * Make a group in a hub
         * @description One that is there already gets the members.
         */
        post: operations["groupCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A group of a hub, with its members
         * @description Asked of the hub itself.
         */
        get: operations["groupGet"];
        put?: never;
        post?: never;
        /**
         * Delete a group
         * @description Its members keep their accounts.
         */
        delete: operations["groupDelete"];
        options?: never;
        head?: never;
        /**
         * Add members to a group, or take some out
         * @description Profiles that are for some groups only follow at the next start of a server.
         */
        patch: operations["groupUpdate"];
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The images that servers of a hub run, as their registries have them now
         * @description Asked of the registries themselves.
         */
        get: operations["hubImages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/kubeconfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A kubeconfig for kubectl in the namespace of a hub, for a short time
         * @description The server keeps no copy and the audit says who asked. The token ends by itself, and with the hub.
         */
        post: operations["hubKubeconfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last lines that a part of a hub wrote
         * @description Asked of the cluster itself. Secrets of the hub are masked.
         */
        get: operations["hubLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the hub as it is: people go on working, Hubfleet changes nothing */
        post: operations["hubPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look up what the tags of pinned images are now, and run that
         * @description Servers that run go on with what they have; later starts get the new image.
         */
        post: operations["hubPin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save a plan of an update
         * @description Finds out by a dry run in the cluster what restarts, how many people are disconnected now, and what becomes of each object; `plan apply` then does exactly that. All other changes of hubs are planned by the same calls that make them, with savePlan=true.
         */
        post: operations["hubPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/prepull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring images to all nodes before people need them
         * @description The operation tells how many nodes have them, and why another has not. Before a hub is changed to a large image, name that one: then nobody waits for it.
         */
        post: operations["hubPrepull"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/rebase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a hub on to the newest platform defaults, cluster defaults and template
         * @description What the hub itself sets, and the parameters it gave, stay. Nothing else moves a hub on: a hub tells in `newerLayers` what became newer.
         */
        post: operations["hubRebase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a hub would have cost under another setting, by its measured sessions
         * @description People are taken to do the same at the same moments. The settings as they were are replayed too, so that the model's own error is seen; without another setting, they alone.
         */
        get: operations["hubReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take care of a paused hub again, and try again what failed */
        post: operations["hubResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/scale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make room for more or fewer people
         * @description Seats and nodes change without a restart of the hub.
         */
        post: operations["hubScale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How secure a hub is, item by item
         * @description Judged by the values that are in force, raw ones too, and by what was last seen of the cluster and of the namespace.
         */
        get: operations["hubSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The servers of a hub that run, start or stop
         * @description Asked of the hub itself. Of one user the stopped ones too.
         */
        get: operations["serverList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/servers/{server}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A server of somebody
         * @description Asked of the hub itself.
         */
        get: operations["serverGet"];
        put?: never;
        post?: never;
        /**
         * Forget a named server, and decide over its disk
         * @description A default server goes with its account only.
         */
        delete: operations["serverDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/servers/{server}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start somebody's server
         * @description The operation shows how far the start is, and ends when the server is ready. A named server is made by its first start.
         */
        post: operations["serverStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/servers/{server}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop somebody's server
         * @description Whoever works in it is disconnected; the files stay.
         */
        post: operations["serverStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a stopped hub again */
        post: operations["hubStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a hub: no pods, no address; homes and accounts are kept
         * @description Everybody is disconnected. Disks go on costing money.
         */
        post: operations["hubStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The users of a hub, with what they run and when they were active
         * @description Asked of the hub itself. Pages go by place: who comes or goes between two of them may be missed or seen twice.
         */
        get: operations["userList"];
        put?: never;
        /**
         * Make accounts in a hub
         * @description Those that are there already are told and left as they are. Refused where an account alone would let nobody in.
         */
        post: operations["userCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A user of a hub: servers, groups, disks and what those cost
         * @description Asked of the hub itself.
         */
        get: operations["userGet"];
        put?: never;
        post?: never;
        /**
         * Delete an account, and decide over the home
         * @description Stops what the user runs. The result tells what became of the disks. The disks of an account that is gone already can be deleted in the same way.
         */
        delete: operations["userDelete"];
        options?: never;
        head?: never;
        /**
         * Make a user an admin of the hub, or take that back
         * @description Whom the spec names as admin is one again at each start of the hub, so that is changed in the spec.
         */
        patch: operations["userUpdate"];
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is in force for a hub, and which layer decided it
         * @description The fields of the spec, and the values that helm gets; secrets are masked.
         */
        get: operations["hubValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/hubs/{hub}/variance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a hub cost in a month beside what was expected, with the reasons for the difference
         * @description What was expected is kept with each change of a hub. The reasons add up to the difference, to the micro-dollar.
         */
        get: operations["hubVariance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys of a tenant */
        get: operations["keyList"];
        put?: never;
        /** Make a key; it is shown this once */
        post: operations["keyCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A key, without the secret */
        get: operations["keyGet"];
        put?: never;
        post?: never;
        /**
         * Revoke a key
         * @description Servers remember a key for up to 5 seconds: so long it may still work.
         */
        delete: operations["keyDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The operations of a tenant */
        get: operations["operationList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/operations/{operation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An operation
         * @description Always answers 200 with the current state; the outcome is in the body.
         */
        get: operations["operationGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/operations/{operation}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop pursuing an operation
         * @description Nothing is rolled back: a hub is paused where it is. `resume` goes on, another update goes elsewhere (and needs a resume too), `delete` removes it.
         */
        post: operations["operationCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/operations/{operation}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The operation at each change, until it ends
         * @description Server-sent events; the `data` of each is the JSON described here. A comment every 15 seconds keeps the connection open. What breaks the stream off is told in a last event named `problem`.
         */
        get: operations["operationEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/persons/{person}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the name of somebody out of all that was measured and noted
         * @description All amounts stay as they are. What comes late, or as long as there is an account, comes without the name. It cannot be taken back. By name, or by what reports call the person; done again, it takes what is left.
         */
        post: operations["personErase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/persons/{person}/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Learn who is behind a pseudonym
         * @description Of one person, and the audit tells that it was asked. Given a name, it answers with the pseudonym.
         */
        post: operations["personIdentify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The saved plans of a tenant */
        get: operations["planList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan: in words first, then in detail */
        get: operations["planGet"];
        put?: never;
        post?: never;
        /**
         * Throw a plan away
         * @description What was applied of it stays.
         */
        delete: operations["planDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/plans/{plan}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what a plan says
         * @description Exactly that: where anything is no more as the plan found it, nothing happens, and the problem `plan-outdated` lists what changed. Applied again, it answers with the same operation.
         */
        post: operations["planApply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/plans/{plan}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a plan beyond the tenant's limits be applied
         * @description By another person: not with the key that made it, nor with one that descends from the same key of the tenant.
         */
        post: operations["planApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The templates of a tenant, and those of the platform */
        get: operations["templateList"];
        put?: never;
        /**
         * Make a template
         * @description What hubs of one kind have in common. A template of the tenant `platform` can be used by every tenant, and the policy of a tenant is not asked about what it fixes.
         */
        post: operations["templateCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/templates/{template}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template */
        get: operations["templateGet"];
        put?: never;
        post?: never;
        /**
         * Delete a template with all its versions
         * @description Never while a hub stands on it.
         */
        delete: operations["templateDelete"];
        options?: never;
        head?: never;
        /**
         * Make the next version of a template
         * @description Hubs that were made from it stay as they are until `hubRebase` or a change of their template moves them on.
         */
        patch: operations["templateUpdate"];
        trace?: never;
    };
    "/v1/tenants/{tenant}/trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a cloud is told so that it takes the tokens that Hubfleet signs for the tenant
         * @description For credentials of the types `…-federation`. Clouds fetch the keys from the issuer themselves.
         */
        get: operations["tenantTrust"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a tenant's events are sent */
        get: operations["webhookList"];
        put?: never;
        /**
         * Have events sent to an address, signed
         * @description In the Standard Webhooks format. The secret that verifies them is shown this once. An event is sent at least once, in no certain order, and again for three days while the address does not answer 2xx.
         */
        post: operations["webhookCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where events are sent, and how that goes */
        get: operations["webhookGet"];
        put?: never;
        post?: never;
        /**
         * Have events sent to an address no more
         * @description What waits to be sent is not sent, and its deliveries are forgotten.
         */
        delete: operations["webhookDelete"];
        options?: never;
        head?: never;
        /**
         * Change where events are sent, which, and whether
         * @description What happens while it is disabled is not sent later; what waited before is.
         */
        patch: operations["webhookUpdate"];
        trace?: never;
    };
    "/v1/tenants/{tenant}/webhooks/{webhook}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was and will be sent to an address, the oldest first
         * @description Kept for 30 days.
         */
        get: operations["deliveryList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/webhooks/{webhook}/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An event on its way to an address */
        get: operations["deliveryGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/webhooks/{webhook}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event again, with the same id
         * @description Whether it was taken before or given up; one that waits is sent now. It is tried as often as a new one. A receiver that had it knows it by its id.
         */
        post: operations["deliveryReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/webhooks/{webhook}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another secret; it is shown this once
         * @description For a while both secrets sign each message, so that a receiver can change over at any moment of it.
         */
        post: operations["webhookRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenant}/webhooks/{webhook}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event of the type webhook.test to an address, once
         * @description The operation tells what it answered. Also while the webhook is disabled, and whichever events it is for.
         */
        post: operations["webhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "bill.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: load a provider's bill */
        post: operations["event-bill.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "bill.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: take a bill away */
        post: operations["event-bill.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "budget.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: set what a tenant, or one hub of it, may cost in a month */
        post: operations["event-budget.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "budget.crossed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A threshold of a budget was crossed */
        post: operations["event-budget.crossed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "budget.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: delete a budget */
        post: operations["event-budget.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "budget.in-force": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a budget does took effect */
        post: operations["event-budget.in-force"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "budget.lifted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a budget did was undone */
        post: operations["event-budget.lifted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "budget.overridden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A budget was overridden, or its override ended */
        post: operations["event-budget.overridden"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "budget.override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: lift what a budget does, for a while and with a reason */
        post: operations["event-budget.override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "budget.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: change the amount of a budget, or what it does */
        post: operations["event-budget.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "build.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: end a build */
        post: operations["event-build.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "build.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: build an image from a Git repository */
        post: operations["event-build.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "catalogue.applied": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New prices of a cloud are in force; told in the tenant platform */
        post: operations["event-catalogue.applied"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "catalogue.refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: read the public price list of a cloud, and make a new version of its prices */
        post: operations["event-catalogue.refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "catalogue.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New prices of a cloud were odd and are not used; told in the tenant platform */
        post: operations["event-catalogue.rejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.conditions-changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Conditions of a cluster changed their status */
        post: operations["event-cluster.conditions-changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: make a managed cluster, or register one that exists */
        post: operations["event-cluster.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.creating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A cluster is being made */
        post: operations["event-cluster.creating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.degraded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A cluster that was ready is not well */
        post: operations["event-cluster.degraded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: delete a managed cluster, or forget a registered one */
        post: operations["event-cluster.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A cluster is gone */
        post: operations["event-cluster.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.deleting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A cluster is being deleted */
        post: operations["event-cluster.deleting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.error": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A cluster cannot be made or reached */
        post: operations["event-cluster.error"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A cluster can hold hubs */
        post: operations["event-cluster.ready"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: make a cluster again that somebody deleted in the cloud */
        post: operations["event-cluster.rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.scale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: change how many nodes a pool always has */
        post: operations["event-cluster.scale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: give a stopped cluster its nodes back */
        post: operations["event-cluster.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: take all nodes of a managed cluster away; what is stored stays */
        post: operations["event-cluster.stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.stopped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A cluster is stopped */
        post: operations["event-cluster.stopped"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: change the pools or the credential of a managed cluster, what its hubs begin with, what it costs, or the kubeconfig of a registered one */
        post: operations["event-cluster.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.updating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A cluster is being changed */
        post: operations["event-cluster.updating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cluster.upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: bring a managed cluster to a newer version of Kubernetes */
        post: operations["event-cluster.upgrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: ask the cloud again whether it takes a credential, and what it permits */
        post: operations["event-credential.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: register how Hubfleet gets into a cloud */
        post: operations["event-credential.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: forget a credential */
        post: operations["event-credential.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A cloud takes a credential */
        post: operations["event-credential.ready"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A cloud does not take a credential, or permissions are missing */
        post: operations["event-credential.refused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credential.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: replace the secret of a credential, or how it gets in */
        post: operations["event-credential.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delivery.replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: send an event again, with the same id */
        post: operations["event-delivery.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "grant.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: let another tenant place hubs on a cluster */
        post: operations["event-grant.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "grant.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: take a grant back */
        post: operations["event-grant.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "group.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: make a group in a hub */
        post: operations["event-group.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "group.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: delete a group */
        post: operations["event-group.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "group.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: add members to a group, or take some out */
        post: operations["event-group.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.conditions-changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Conditions of a hub changed their status */
        post: operations["event-hub.conditions-changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: make a hub */
        post: operations["event-hub.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.creating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A hub is being made */
        post: operations["event-hub.creating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.cull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: stop idle servers now */
        post: operations["event-hub.cull"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.cull-ahead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Servers will be stopped soon unless they are used */
        post: operations["event-hub.cull-ahead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.culled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Servers were stopped because nobody used them */
        post: operations["event-hub.culled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.degraded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A hub that was ready is not well */
        post: operations["event-hub.degraded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: delete a hub and show that nothing is left */
        post: operations["event-hub.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A hub is gone */
        post: operations["event-hub.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.deleting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A hub is being deleted */
        post: operations["event-hub.deleting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.error": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A hub cannot be made as it is wanted */
        post: operations["event-hub.error"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.kubeconfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: a kubeconfig for kubectl in the namespace of a hub, for a short time */
        post: operations["event-hub.kubeconfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: leave the hub as it is: people go on working, Hubfleet changes nothing */
        post: operations["event-hub.pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: look up what the tags of pinned images are now, and run that */
        post: operations["event-hub.pin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: save a plan of an update */
        post: operations["event-hub.plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.prepull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: bring images to all nodes before people need them */
        post: operations["event-hub.prepull"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A hub serves people */
        post: operations["event-hub.ready"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.rebase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: move a hub on to the newest platform defaults, cluster defaults and template */
        post: operations["event-hub.rebase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: take care of a paused hub again, and try again what failed */
        post: operations["event-hub.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.scale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: make room for more or fewer people */
        post: operations["event-hub.scale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: start a stopped hub again */
        post: operations["event-hub.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: stop a hub: no pods, no address; homes and accounts are kept */
        post: operations["event-hub.stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.stopped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A hub is stopped */
        post: operations["event-hub.stopped"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: change the configuration of a hub */
        post: operations["event-hub.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "hub.updating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A hub is being changed */
        post: operations["event-hub.updating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "key.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: make a key; it is shown this once */
        post: operations["event-key.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "key.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: revoke a key */
        post: operations["event-key.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "operation.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: stop pursuing an operation */
        post: operations["event-operation.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "operation.canceled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An operation was canceled, or a later one took its place */
        post: operations["event-operation.canceled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "operation.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An operation failed for good */
        post: operations["event-operation.failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "operation.succeeded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An operation reached what it promised */
        post: operations["event-operation.succeeded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "person.erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: take the name of somebody out of all that was measured and noted */
        post: operations["event-person.erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "person.identified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An admin was told who is behind a pseudonym, which is the subject */
        post: operations["event-person.identified"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "person.identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: learn who is behind a pseudonym */
        post: operations["event-person.identify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "plan.apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: do what a plan says */
        post: operations["event-plan.apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "plan.approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: let a plan beyond the tenant's limits be applied */
        post: operations["event-plan.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "plan.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: throw a plan away */
        post: operations["event-plan.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "plan.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A plan could not be made */
        post: operations["event-plan.failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "plan.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A plan can be applied */
        post: operations["event-plan.ready"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "plan.waiting-for-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A plan waits for somebody else to approve it */
        post: operations["event-plan.waiting-for-approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "server.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: forget a named server, and decide over its disk */
        post: operations["event-server.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "server.start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: start somebody's server */
        post: operations["event-server.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "server.stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: stop somebody's server */
        post: operations["event-server.stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "signingKey.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: rotate the keys that sign tokens for clouds, before it is due */
        post: operations["event-signingKey.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "signingKey.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: take a key away from the public keys before its time */
        post: operations["event-signingKey.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "template.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: make a template */
        post: operations["event-template.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "template.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: delete a template with all its versions */
        post: operations["event-template.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "template.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: make the next version of a template */
        post: operations["event-template.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tenant.advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: put the virtual clock of a sandbox tenant forward */
        post: operations["event-tenant.advance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tenant.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: make a tenant */
        post: operations["event-tenant.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tenant.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: delete a tenant that has no hubs and clusters any more */
        post: operations["event-tenant.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tenant.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: change a tenant */
        post: operations["event-tenant.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: make accounts in a hub */
        post: operations["event-user.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: delete an account, and decide over the home */
        post: operations["event-user.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: make a user an admin of the hub, or take that back */
        post: operations["event-user.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: have events sent to an address, signed */
        post: operations["event-webhook.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: have events sent to an address no more */
        post: operations["event-webhook.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A webhook was disabled, because its address wants nothing or takes nothing */
        post: operations["event-webhook.disabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: make another secret; it is shown this once */
        post: operations["event-webhook.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: send an event of the type webhook.test to an address, once */
        post: operations["event-webhook.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepted: change where events are sent, which, and whether */
        post: operations["event-webhook.update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description A change beyond one of these is made as a saved plan, which another person must approve */
        ApprovalLimits: {
            /** @description A change that makes a hub dearer by more than this a month, in USD */
            monthlyDifference?: number;
            /** @description A change that makes a hub dearer, and after which it would cost more than this a month, in USD */
            monthlyTotal?: number;
            /** @description A change that disconnects more people than this; 0: anybody */
            disconnects?: number;
        };
        /** @description The worker's own role */
        AwsAmbient: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "aws-ambient";
            /** @description Number of the account, 12 digits */
            account: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
        };
        /** @description The worker's own role */
        AwsAmbientInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "aws-ambient";
            /** @description Number of the account, 12 digits */
            account: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
        };
        /** @description The worker's own role */
        AwsAmbientPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "aws-ambient";
            /** @description Number of the account, 12 digits */
            account?: string | null;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string | null;
            } | null;
        };
        /** @description A role that trusts Hubfleet's tokens */
        AwsFederation: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "aws-federation";
            /** @description Number of the account, 12 digits */
            account: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
            /** @description ARN of the role: arn:aws:iam::ACCOUNT:role/NAME */
            role: string;
        };
        /** @description A role that trusts Hubfleet's tokens */
        AwsFederationInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "aws-federation";
            /** @description Number of the account, 12 digits */
            account: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
            /** @description ARN of the role: arn:aws:iam::ACCOUNT:role/NAME */
            role: string;
        };
        /** @description A role that trusts Hubfleet's tokens */
        AwsFederationPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "aws-federation";
            /** @description Number of the account, 12 digits */
            account?: string | null;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string | null;
            } | null;
            /** @description ARN of the role: arn:aws:iam::ACCOUNT:role/NAME */
            role?: string | null;
        };
        /** @description An access key */
        AwsKey: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "aws-key";
            /** @description Number of the account, 12 digits */
            account: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
            /** @description Id of the access key */
            accessKeyId: string;
        };
        /** @description An access key */
        AwsKeyInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "aws-key";
            /** @description Number of the account, 12 digits */
            account: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
            /** @description Id of the access key */
            accessKeyId: string;
            /** @description The secret of the access key */
            secretAccessKey: string;
        };
        /** @description An access key */
        AwsKeyPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "aws-key";
            /** @description Number of the account, 12 digits */
            account?: string | null;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string | null;
            } | null;
            /** @description Id of the access key */
            accessKeyId?: string | null;
            /** @description The secret of the access key */
            secretAccessKey?: string | null;
        };
        /** @description The worker's workload or managed identity */
        AzureAmbient: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "azure-ambient";
            /** @description Id of the subscription, a UUID */
            subscription: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
        };
        /** @description The worker's workload or managed identity */
        AzureAmbientInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "azure-ambient";
            /** @description Id of the subscription, a UUID */
            subscription: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
        };
        /** @description The worker's workload or managed identity */
        AzureAmbientPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "azure-ambient";
            /** @description Id of the subscription, a UUID */
            subscription?: string | null;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string | null;
            } | null;
        };
        /** @description Federated credential of an app registration */
        AzureFederation: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "azure-federation";
            /** @description Id of the subscription, a UUID */
            subscription: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
            /** @description Id of the Entra tenant, a UUID, or one of its domains */
            directory: string;
            /** @description Client id of the app registration, a UUID */
            clientId: string;
        };
        /** @description Federated credential of an app registration */
        AzureFederationInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "azure-federation";
            /** @description Id of the subscription, a UUID */
            subscription: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
            /** @description Id of the Entra tenant, a UUID, or one of its domains */
            directory: string;
            /** @description Client id of the app registration, a UUID */
            clientId: string;
        };
        /** @description Federated credential of an app registration */
        AzureFederationPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "azure-federation";
            /** @description Id of the subscription, a UUID */
            subscription?: string | null;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string | null;
            } | null;
            /** @description Id of the Entra tenant, a UUID, or one of its domains */
            directory?: string | null;
            /** @description Client id of the app registration, a UUID */
            clientId?: string | null;
        };
        /** @description A client secret of an app registration */
        AzureSecret: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "azure-secret";
            /** @description Id of the subscription, a UUID */
            subscription: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
            /** @description Id of the Entra tenant, a UUID, or one of its domains */
            directory: string;
            /** @description Client id of the app registration, a UUID */
            clientId: string;
        };
        /** @description A client secret of an app registration */
        AzureSecretInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "azure-secret";
            /** @description Id of the subscription, a UUID */
            subscription: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
            /** @description Id of the Entra tenant, a UUID, or one of its domains */
            directory: string;
            /** @description Client id of the app registration, a UUID */
            clientId: string;
            /** @description The secret's value */
            clientSecret: string;
        };
        /** @description A client secret of an app registration */
        AzureSecretPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "azure-secret";
            /** @description Id of the subscription, a UUID */
            subscription?: string | null;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string | null;
            } | null;
            /** @description Id of the Entra tenant, a UUID, or one of its domains */
            directory?: string | null;
            /** @description Client id of the app registration, a UUID */
            clientId?: string | null;
            /** @description The secret's value */
            clientSecret?: string | null;
        };
        /** @description A provider's bill */
        Bill: {
            id: string;
            /** Format: date-time */
            createdAt: string;
            format: string;
            /** @description Who pays and for whom: payer/account, project or subscription */
            accounts: string[];
            /**
             * @description First day of UTC that anything is charged for
             * @example 2026-05-01
             */
            from: string;
            /**
             * @description The last one
             * @example 2026-05-01
             */
            to: string;
            /** @description Of all its amounts, as they are kept */
            currency: string;
            /** @description Lines */
            rows: number;
            /** @description Lines of which a cluster has a part */
            matchedRows: number;
            /**
             * @description Exact decimal in the bill's currency, at most six places
             * @example 12.5
             */
            amount: string;
            /** @description What clusters have a part in */
            matched: string;
            /** @description The rest; both are the amount, to the last micro */
            unmatched: string;
            /** @description What it has of each cluster, by component and kind of charge */
            clusters: components["schemas"]["BillPart"][];
            /** @description What the dearest of the rest is */
            dearestUnmatched: components["schemas"]["BillRest"][];
            /** @description What became of it, in words */
            notes: string[];
        };
        /** @description A bill that lies in the folder of bills */
        BillFile: {
            id: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * @description Its path below the tenant's folder; of a bill in parts, with a * where their numbers are
             * @example lab/2026-05.csv.gz
             */
            name: string;
            /** @description Files that are one bill together */
            parts: number;
            /** @description As they lie there */
            bytes: number;
            /** Format: date-time */
            modifiedAt: string;
            /**
             * @example waiting
             * @example loaded
             * @example refused
             */
            state: string;
            readAt: string | null;
            /** @description The bill it became; a later one may have replaced that */
            bill: string | null;
            /** @description What became of it, in words */
            notes: string[];
            /** @description Why it was refused; it is tried again when it changes, and once a day */
            problem: components["schemas"]["Problem"] | null;
        };
        BillFilePage: {
            items: components["schemas"]["BillFile"][];
            nextCursor: string | null;
        };
        BillPage: {
            items: components["schemas"]["Bill"][];
            nextCursor: string | null;
        };
        BillPart: {
            /** @description Its id */
            cluster: string;
            name: string;
            component: string;
            category: string;
            /**
             * @description Exact decimal in the bill's currency, at most six places
             * @example 12.5
             */
            amount: string;
        };
        BillRest: {
            service: string;
            sku: string;
            /** @description One that it was charged for */
            resource: string;
            /**
             * @description Exact decimal in the bill's currency, at most six places
             * @example 12.5
             */
            amount: string;
            rows: number;
        };
        Billable: {
            /**
             * @example cluster
             * @example machine
             * @example disk
             * @example snapshot
             * @example load-balancer
             * @example forwarding-rule
             * @example target-proxy
             * @example url-map
             * @example backend-service
             * @example endpoint-group
             * @example target-pool
             * @example target-group
             * @example address
             * @example nat
             * @example network
             * @example image
             * @example log-bucket
             * @example file-share
             * @example other
             */
            kind: string;
            /** @description The cloud's full name of it */
            id: string;
            name: string;
            location: string;
            /** @description Proven to be the cluster's. What is not is never touched: look at it yourself */
            ours: boolean;
            /** @description What it is known by: the label, the tag, the name */
            known: string;
            machineType?: string;
            spot?: boolean;
            sizeGiB?: number;
            diskType?: string;
            /** @description May hold files of people */
            holdsHome?: boolean;
            /** @description The part of the cluster with which it goes; what has none was left, or made by what runs in the cluster */
            part?: string;
            /** @description By list price, without traffic; null where it is not known */
            monthly: components["schemas"]["Money"] | null;
        };
        Budget: {
            /** @example budget_01k9… */
            id: string;
            /** @example tenant_01k9… */
            tenantId: string;
            name: string;
            /** @description Null: all of the tenant */
            hub: components["schemas"]["BudgetHub"] | null;
            /**
             * @description Exact decimal in the currency beside it
             * @example 412.5
             */
            amount: string;
            currency: string;
            thresholds: components["schemas"]["BudgetThreshold"][];
            /**
             * @example allow
             * @example warn
             * @example refuse
             */
            onPlan: string;
            override: components["schemas"]["BudgetOverride"] | null;
            /** @description As it was looked at last; null before the first look */
            status: components["schemas"]["BudgetStatus"] | null;
            /** @description The ETag */
            generation: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        BudgetCreate: {
            /** @description A DNS label: lower-case letters, digits and hyphens, at most 63 */
            name: string;
            /** @description Id or name of the hub; without it, all of the tenant */
            hub?: string;
            /**
             * @description For a month by the tenant's clock: a decimal above zero, at most six places
             * @example 500
             */
            amount: string;
            /**
             * @description Of the costs that count; others do not
             * @default USD
             */
            currency?: string;
            /** @description What happens at which share of the amount; replaced whole. Without any, at 80 % and 100 % it is told, and at a forecast of 100 % */
            thresholds?: components["schemas"]["BudgetThresholdInput"][];
            /**
             * @description What becomes of a change of a hub that would make the month cost more than the amount
             * @default warn
             * @enum {string}
             */
            onPlan?: "allow" | "warn" | "refuse";
        };
        /** @description What the month will have cost; four of five end between low and high */
        BudgetForecast: {
            /**
             * @description Exact decimal in the currency beside it
             * @example 412.5
             */
            low: string;
            /**
             * @description Exact decimal in the currency beside it
             * @example 412.5
             */
            expected: string;
            /**
             * @description Exact decimal in the currency beside it
             * @example 412.5
             */
            high: string;
        };
        BudgetHub: {
            /** @example hub_01k9… */
            id: string;
            name: string;
        };
        /** @description Until then nothing is done but telling */
        BudgetOverride: {
            /** Format: date-time */
            until: string;
            reason: string;
            /** @example key_01k9… */
            by: string;
            /** Format: date-time */
            at: string;
        };
        BudgetOverrideInput: {
            /** @description By the tenant's clock */
            until: string | null;
            /**
             * @description Who reads the audit will want to know why
             * @example exam week
             */
            reason: string;
        };
        BudgetPage: {
            items: components["schemas"]["Budget"][];
            nextCursor: string | null;
        };
        BudgetStatus: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /**
             * @description Exact decimal in the currency beside it
             * @example 412.5
             */
            actual: string;
            /** @description Of the amount that is spent */
            percent: number;
            forecast: components["schemas"]["BudgetForecast"] | null;
            thresholds: components["schemas"]["BudgetThresholdStatus"][];
            frozen: string | null;
            seats: number | null;
            stopped: boolean;
            /** @description What of the cost is not known, and what could not be done */
            notes: string[];
            /** Format: date-time */
            weighedAt: string;
        };
        BudgetThreshold: {
            /**
             * @description What is held against the amount: what the month has cost so far, or what it is expected to have cost at its end
             * @default actual
             * @example actual
             * @example forecast
             */
            of?: string;
            /**
             * @description Of the amount
             * @example 80
             */
            percent: number;
            /**
             * @description notify: an event. freeze: only admins may start servers; those that run go on. scale: hubs keep no more than `seats` warm. stop: hubs are stopped, with all that runs in them; homes are kept. All but notify end with the month
             * @default notify
             * @example notify
             * @example freeze
             * @example scale
             * @example stop
             */
            action?: string;
            /**
             * @description How long after the crossing the action waits
             * @default 0
             */
            graceMinutes?: number;
            /**
             * @description Of scale: the floor, for each hub
             * @default 0
             */
            seats?: number;
        };
        BudgetThresholdInput: {
            /**
             * @description What is held against the amount: what the month has cost so far, or what it is expected to have cost at its end
             * @default actual
             * @enum {string}
             */
            of?: "actual" | "forecast";
            /**
             * @description Of the amount
             * @example 80
             */
            percent: number;
            /**
             * @description notify: an event. freeze: only admins may start servers; those that run go on. scale: hubs keep no more than `seats` warm. stop: hubs are stopped, with all that runs in them; homes are kept. All but notify end with the month
             * @default notify
             * @enum {string}
             */
            action?: "notify" | "freeze" | "scale" | "stop";
            /**
             * @description How long after the crossing the action waits
             * @default 0
             */
            graceMinutes?: number;
            /**
             * @description Of scale: the floor, for each hub
             * @default 0
             */
            seats?: number;
        };
        BudgetThresholdStatus: {
            /** @example forecast 100 %: freeze */
            name: string;
            crossedAt: string | null;
            takesEffectAt: string | null;
            inForce: boolean;
        };
        BudgetUpdate: {
            /**
             * @description For a month by the tenant's clock: a decimal above zero, at most six places
             * @example 500
             */
            amount?: string;
            /** @description What happens at which share of the amount; replaced whole. Without any, at 80 % and 100 % it is told, and at a forecast of 100 % */
            thresholds?: components["schemas"]["BudgetThresholdInput"][];
            /**
             * @description What becomes of a change of a hub that would make the month cost more than the amount
             * @default warn
             * @enum {string}
             */
            onPlan?: "allow" | "warn" | "refuse";
        };
        Build: {
            /** @example op_01k9… */
            id: string;
            /** @example hub_01k9… */
            hubId: string;
            /**
             * @example queued
             * @example running
             * @example succeeded
             * @example failed
             * @example canceling
             * @example canceled
             */
            state: string;
            repository: string;
            /** @description The branch, tag or commit that was asked for */
            ref: string;
            commit: string | null;
            /** @description What was pushed: the commit is its tag */
            image: string | null;
            digest: string | null;
            /** @description The hub is moved to it */
            roll: boolean;
            /** @description What it is at */
            message: string;
            error: components["schemas"]["Problem"] | null;
            workflow: components["schemas"]["BuildWorkflow"] | null;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
        };
        BuildCreate: {
            /** @description Its https address */
            repository: string;
            /**
             * @description A branch, a tag, or a whole commit
             * @default HEAD
             */
            ref?: string;
            /**
             * @description Then move the hub to it, as an update does
             * @default false
             */
            roll?: boolean;
        };
        /** @description The login for repositories that are not public */
        BuildGit: {
            /** @description The https address of the repository, or of the owner or group whose repositories the token is for, such as https://github.com/course: it is shown nowhere else */
            address: string;
            /**
             * @description GitHub and GitLab take any with a personal access token; a deploy token has one of its own
             * @default x-access-token
             */
            username: string;
        };
        /** @description The login for repositories that are not public */
        BuildGitInput: {
            /** @description The https address of the repository, or of the owner or group whose repositories the token is for, such as https://github.com/course: it is shown nowhere else */
            address: string;
            /**
             * @description GitHub and GitLab take any with a personal access token; a deploy token has one of its own
             * @default x-access-token
             */
            username: string;
            /** @description Which may read those repositories, and best nothing else. Never returned; leave it out of a change to keep it */
            token?: string;
        };
        /** @description The login for repositories that are not public */
        BuildGitPatch: {
            /** @description The https address of the repository, or of the owner or group whose repositories the token is for, such as https://github.com/course: it is shown nowhere else */
            address?: string | null;
            /** @description GitHub and GitLab take any with a personal access token; a deploy token has one of its own */
            username?: string | null;
            /** @description Which may read those repositories, and best nothing else. Never returned; leave it out of a change to keep it */
            token?: string | null;
        } | null;
        BuildLine: {
            pod: string;
            container: string;
            /** @description Counts the lines of the container from 1; lines that were not kept are left out */
            number: number;
            text: string;
        };
        BuildLogs: {
            items: components["schemas"]["ContainerLog"][];
        };
        BuildPage: {
            items: components["schemas"]["Build"][];
            nextCursor: string | null;
        };
        /** @description Where the cluster takes no builds: a CI workflow file that does the same */
        BuildWorkflow: {
            path: string;
            content: string;
            secrets: string[];
        };
        CallEvent: {
            /** @description Id of the key, or of the budget that called */
            by: string;
            /** @description Id of the plan that was applied */
            plan?: string;
        };
        Catalogue: {
            /** @description As estimates name it: `catalogue.version`, with the provider before it where it came with Hubfleet */
            id: string;
            /** @description gcp, azure, aws or sandbox */
            provider: string;
            /**
             * @example shipped
             * @example applied
             * @example rejected
             */
            state: string;
            /** @description Whether prices are those of this version now */
            inForce: boolean;
            /**
             * Format: date
             * @description Day of the newest figures
             */
            asOf: string;
            ageDays: number;
            /** @description Older than 180 days: what is reckoned by it is told with a warning */
            old: boolean;
            /** @description Where prices of machines were read */
            source: string;
            /** @description sha256 of what was read; null for a shipped one */
            digest: string | null;
            /** @description Prices that the source told, of those that the catalogue has */
            found: number | null;
            /** @description So many of them were others before */
            changed: number | null;
            /** @description Prices that stayed as they were, since the source told none or an odd one */
            keptCount: number;
            /** @description Why all of it was rejected */
            reasons: string[];
            /** @description Null for a shipped one */
            readAt: string | null;
        };
        CatalogueDisk: {
            name: string;
            /** @description USD; null is not known */
            perGiBMonth: string | null;
            /** @description Of a disk of 128 GiB */
            perMonth: components["schemas"]["Money"] | null;
            /** @description Where the price comes from */
            source: string;
            /** @description The day of the price; null where its source has no date */
            asOf: string | null;
        };
        CatalogueMachine: {
            name: string;
            /** @description USD; null is not known */
            perHour: string | null;
            /** @description USD; null is not known */
            spotPerHour: string | null;
            /** @description Where the price comes from */
            source: string;
            /** @description The day of the price; null where its source has no date */
            asOf: string | null;
        };
        CataloguePage: {
            items: components["schemas"]["Catalogue"][];
            nextCursor: string | null;
        };
        CataloguePrices: {
            /** @description As estimates name it: `catalogue.version`, with the provider before it where it came with Hubfleet */
            id: string;
            /** @description gcp, azure, aws or sandbox */
            provider: string;
            /**
             * @example shipped
             * @example applied
             * @example rejected
             */
            state: string;
            /** @description Whether prices are those of this version now */
            inForce: boolean;
            /**
             * Format: date
             * @description Day of the newest figures
             */
            asOf: string;
            ageDays: number;
            /** @description Older than 180 days: what is reckoned by it is told with a warning */
            old: boolean;
            /** @description Where prices of machines were read */
            source: string;
            /** @description sha256 of what was read; null for a shipped one */
            digest: string | null;
            /** @description Prices that the source told, of those that the catalogue has */
            found: number | null;
            /** @description So many of them were others before */
            changed: number | null;
            /** @description Prices that stayed as they were, since the source told none or an odd one */
            keptCount: number;
            /** @description Why all of it was rejected */
            reasons: string[];
            /** @description Null for a shipped one */
            readAt: string | null;
            /** @description Prices that stayed as they were; 500 of them at most, the odd ones first */
            kept: components["schemas"]["KeptPrice"][];
            regions: string[];
            /** @description Of the asked region; null where none was asked for, or the version was rejected */
            machines: components["schemas"]["CatalogueMachine"][] | null;
            disks: components["schemas"]["CatalogueDisk"][] | null;
        };
        /** @description With certManager: which issuer */
        CertificateIssuer: {
            name: string;
            /**
             * @description Of the cluster, or of the namespace of the hub. Default: ClusterIssuer
             * @example ClusterIssuer
             * @example Issuer
             */
            kind?: string;
        };
        /** @description With certManager: which issuer */
        CertificateIssuerInput: {
            name: string;
            /**
             * @description Of the cluster, or of the namespace of the hub. Default: ClusterIssuer
             * @enum {string}
             */
            kind?: "ClusterIssuer" | "Issuer";
        };
        /** @description With certManager: which issuer */
        CertificateIssuerPatch: {
            name?: string | null;
            /**
             * @description Of the cluster, or of the namespace of the hub. Default: ClusterIssuer
             * @enum {string|null}
             */
            kind?: "ClusterIssuer" | "Issuer" | null;
        } | null;
        /** @description How Hubfleet gets into a cloud */
        CloudCredential: components["schemas"]["GcpFederation"] | components["schemas"]["GcpKey"] | components["schemas"]["GcpAmbient"] | components["schemas"]["AzureFederation"] | components["schemas"]["AzureSecret"] | components["schemas"]["AzureAmbient"] | components["schemas"]["AwsFederation"] | components["schemas"]["AwsKey"] | components["schemas"]["AwsAmbient"] | components["schemas"]["SandboxCredential"];
        /** @description How Hubfleet gets into a cloud */
        CloudCredentialInput: components["schemas"]["GcpFederationInput"] | components["schemas"]["GcpKeyInput"] | components["schemas"]["GcpAmbientInput"] | components["schemas"]["AzureFederationInput"] | components["schemas"]["AzureSecretInput"] | components["schemas"]["AzureAmbientInput"] | components["schemas"]["AwsFederationInput"] | components["schemas"]["AwsKeyInput"] | components["schemas"]["AwsAmbientInput"] | components["schemas"]["SandboxCredentialInput"];
        /** @description How Hubfleet gets into a cloud */
        CloudCredentialPatch: components["schemas"]["GcpFederationPatch"] | components["schemas"]["GcpKeyPatch"] | components["schemas"]["GcpAmbientPatch"] | components["schemas"]["AzureFederationPatch"] | components["schemas"]["AzureSecretPatch"] | components["schemas"]["AzureAmbientPatch"] | components["schemas"]["AwsFederationPatch"] | components["schemas"]["AwsKeyPatch"] | components["schemas"]["AwsAmbientPatch"] | components["schemas"]["SandboxCredentialPatch"];
        Cluster: {
            /** @example cluster_01k9… */
            id: string;
            /** @example tenant_01k9… */
            tenantId: string;
            name: string;
            /**
             * @example sandbox
             * @example kubernetes
             * @example openshift
             * @example gke
             * @example aks
             * @example eks
             */
            provider: string;
            /** @description Hubfleet makes, resizes and deletes it; else it only uses it */
            managed: boolean;
            /**
             * @example creating
             * @example ready
             * @example updating
             * @example degraded
             * @example stopped
             * @example deleting
             * @example error
             */
            state: string;
            /** @example credential_01k9… */
            credential?: string;
            region?: string;
            zone?: string;
            /** @description Wanted; the version that runs is in the status */
            kubernetesVersion?: string;
            /**
             * @example rapid
             * @example regular
             * @example stable
             * @example extended
             */
            channel?: string;
            /** @description It is to have no nodes */
            stopped: boolean;
            pools: components["schemas"]["Pool"][];
            /** @description Address of its API, of a registered cluster */
            server?: string;
            /** @description What hubs in it begin with, over the defaults of the platform */
            hubDefaults?: {
                [key: string]: unknown;
            };
            /** @description Its owner's own prices, version by version */
            prices?: components["schemas"]["ClusterPrices"][];
            /** @description Who pays for it; of the clusters of one account, one has its free credit */
            billingAccount?: string;
            managedBy: string | null;
            status: components["schemas"]["ClusterStatus"];
            conditions: components["schemas"]["Condition"][];
            generation: number;
            observedGeneration: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            deletedAt: string | null;
        };
        ClusterBillables: {
            items: components["schemas"]["Billable"][];
            monthly: components["schemas"]["Money"] | null;
            /** @description What is in no sum, for its price is not known */
            incomplete: string[];
        };
        ClusterCloud: {
            /**
             * @example gcp
             * @example aws
             * @example azure
             */
            provider: string;
            region: string;
        };
        ClusterCreate: {
            /** @description A DNS label: lower-case letters, digits and hyphens, at most 63 */
            name: string;
            /**
             * @description gke, aks, eks: made by Hubfleet in a cloud; sandbox: made too, and simulated; kubernetes: any that exists, and openshift: any OpenShift, ROSA and ARO too, registered by its kubeconfig
             * @enum {string}
             */
            provider: "sandbox" | "kubernetes" | "openshift" | "gke" | "aks" | "eks";
            /** @description Id or name of the credential for the cloud. Without it the only one that the tenant has for it */
            credential?: string;
            region?: string;
            /** @description All nodes and disks are in this one zone: cheaper, and no server waits for a disk in another. Default: several of the region */
            zone?: string;
            /** @description `1.34`, or as exact as the provider takes it */
            kubernetesVersion?: string;
            /**
             * @description How soon the provider brings new versions by itself
             * @enum {string}
             */
            channel?: "rapid" | "regular" | "stable" | "extended";
            /** @description Of a managed cluster. Default: a small core pool, and one for people that is empty while nobody is there */
            pools?: components["schemas"]["PoolInput"][];
            /** @description Of a registered cluster, as YAML */
            kubeconfig?: string;
            /** @description Which context of the kubeconfig, instead of its current one */
            context?: string;
            hubDefaults?: components["schemas"]["HubSpecPatch"];
            /** @description All versions of the owner's own prices; replaced whole, and what was measured since the first day that changed is computed anew */
            prices?: components["schemas"]["ClusterPrices"][];
            /**
             * @description Who pays for it, as the cloud names it. Of the zonal GKE clusters of one account the oldest has its monthly free credit; without an account none is counted
             * @example 01A2B3-C4D5E6-F7A8B9
             */
            billingAccount?: string;
            /** @description The set of files that it was made by, as `hubfleet apply` names it */
            managedBy?: string;
        };
        /** @description What DaemonSets reserve on each of its nodes */
        ClusterDaemons: {
            cpu: number;
            memoryBytes: number;
            pods: number;
        };
        ClusterFit: {
            template?: components["schemas"]["HubTemplateInput"];
            spec?: components["schemas"]["HubSpecInput"];
        };
        ClusterIngressClass: {
            name: string;
            controller: string;
            isDefault: boolean;
        };
        ClusterNode: {
            name: string;
            /** @description The cloud's name of it; empty where the node has none */
            machineType: string;
            /** @description Cores that pods can ask for */
            cpu: number;
            /** @description Memory that pods can ask for */
            memoryBytes: number;
            /** @description Pods it takes at most */
            pods: number;
            ready: boolean;
        };
        /** @description Nodes of one machine type with the same taints, purpose and devices: what servers can find there */
        ClusterNodeGroup: {
            machineType: string;
            nodes: number;
            /** @description What its largest node leaves to pods, before any runs, in cores */
            cpu: number;
            memoryBytes: number;
            size?: components["schemas"]["ClusterNodeSize"];
            pods: number;
            /** @description Devices and other resources of a node, by name */
            extra: {
                [key: string]: number;
            };
            /** @description Disks that one node attaches, by the driver that attaches them; a driver that is missing tells no bound */
            volumes: {
                [key: string]: number;
            };
            /** @description Every value that its nodes have; `*` where they are too many to tell */
            labels: {
                [key: string]: string[];
            };
            taints: components["schemas"]["ClusterTaint"][];
            daemons: components["schemas"]["ClusterDaemons"];
        };
        /** @description What its largest machine has */
        ClusterNodeSize: {
            cpu: number;
            memoryBytes: number;
        };
        ClusterNodes: {
            items: components["schemas"]["ClusterNode"][];
        };
        ClusterPage: {
            items: components["schemas"]["Cluster"][];
            nextCursor: string | null;
        };
        /** @description What kind of Kubernetes it is */
        ClusterPlatform: {
            /**
             * @example kubernetes
             * @example openshift
             */
            kind: string;
            /**
             * @description As people call it
             * @example Kubernetes
             * @example OpenShift
             * @example ROSA
             * @example ARO
             * @example GKE
             * @example AKS
             * @example EKS
             * @example k3s
             */
            name: string;
            /** @description Of the distribution; that of Kubernetes is `version` */
            version: string | null;
            /** @description Of an OpenShift: the router makes up the hosts of Routes below it */
            domain: string | null;
        };
        ClusterPoolStatus: {
            name: string;
            wanted: number;
            ready: number;
        } & {
            [key: string]: unknown;
        };
        /** @description What the machines and disks of a cluster cost its owner, from a day on; they win over list prices */
        ClusterPrices: {
            /**
             * Format: date
             * @description The first day of UTC on which they hold, until those with a later day do
             * @example 2026-09-01
             */
            from: string;
            /** @description Where they are from: an invoice, an agreement */
            source?: string;
            machines?: components["schemas"]["OwnMachinePrice"][];
            /** @description USD. An hour of any node, whatever its size, that has no price by its machine type */
            nodeHour?: number;
            /** @description USD. An hour of a vCPU; with gibHour a node costs what its vCPUs and GiB do */
            vcpuHour?: number;
            /** @description USD. An hour of a GiB of memory */
            gibHour?: number;
            disks?: components["schemas"]["OwnDiskPrice"][];
            /** @description USD. An hour of a load balancer */
            loadBalancerHour?: number;
            /** @description USD. An hour of a public address */
            addressHour?: number;
            /** @description USD. An hour of the control plane */
            controlPlaneHour?: number;
            /** @description USD. A GiB to the internet */
            egressGiB?: number;
        };
        ClusterScale: {
            pool: string;
            /** @description Nodes that are always there; claims of hubs and the autoscaler add to them up to the pool's `max` */
            nodes: number;
        };
        /** @description What was observed; nothing before the first look */
        ClusterStatus: {
            /** @description Of Kubernetes */
            version?: string;
            platform?: components["schemas"]["ClusterPlatform"];
            /** @description Where its nodes are rented, if their prices are known */
            cloud?: components["schemas"]["ClusterCloud"] | null;
            /** @description Where its nodes are */
            zones?: string[];
            storageClasses?: components["schemas"]["ClusterStorageClass"][];
            /** @description The class of claims that name none; of several, the one that Kubernetes takes */
            defaultStorageClass?: string | null;
            /** @description Who serves Services of the type LoadBalancer, as far as can be told: `cloud`, `metallb` and others */
            loadBalancer?: string | null;
            /** @description Who adds nodes by need: `cluster-autoscaler`, `karpenter`, `gke`, `gke-autopilot`, `aks`, `eks-auto-mode`, `openshift` */
            autoscaler?: string | null;
            /**
             * @example answering
             * @example not-answering
             * @example none
             */
            metrics?: string;
            /** @description What connects the pods, as far as can be told */
            networkPlugin?: string | null;
            /**
             * @example enforced
             * @example not-enforced
             * @example unknown
             */
            networkPolicies?: string;
            /** @description Of the Gateway API; empty where the cluster has none of it */
            gatewayClasses?: string[] | null;
            /** @description By which controllers Ingresses are served */
            ingressClasses?: components["schemas"]["ClusterIngressClass"][] | null;
            /** @description cert-manager is installed */
            certManager?: boolean;
            /** @description GPUs and other devices of all nodes together, by the name of the resource */
            devices?: {
                [key: string]: number;
            };
            /**
             * @example enforced
             * @example off
             * @example unknown
             */
            podSecurity?: string;
            /** @description What is known to trouble hubs in such a cluster */
            warnings?: components["schemas"]["ClusterWarning"][];
            /** @description Of a registered cluster; the pools of a managed one tell */
            nodeGroups?: components["schemas"]["ClusterNodeGroup"][];
            nodes?: number;
            machineTypes?: string[];
            /** @description Of a managed cluster */
            pools?: components["schemas"]["ClusterPoolStatus"][];
        } & {
            [key: string]: unknown;
        };
        ClusterStorageClass: {
            name: string;
            /** @description The driver that makes and attaches its volumes */
            provisioner: string;
            isDefault: boolean;
            /** @description Disks of it grow when their claims ask for more */
            canGrow: boolean;
            /**
             * @example WaitForFirstConsumer
             * @example Immediate
             */
            binding: string;
            /**
             * @example Delete
             * @example Retain
             */
            reclaimPolicy: string;
            /** @description Where its disks are made; empty: everywhere */
            zones: string[];
            /** @description There is a VolumeSnapshotClass of its driver */
            snapshots: boolean;
        };
        ClusterTaint: {
            key: string;
            value?: string;
            effect: string;
        };
        ClusterUpdate: {
            /** @description All pools; one that is left out goes */
            pools?: components["schemas"]["PoolInput"][];
            /** @description Id or name of another credential for the same account; the cloud must have taken it already. What runs goes over to it within a minute */
            credential?: string;
            kubeconfig?: string;
            context?: string;
            /** @description What hubs in it begin with, over the defaults of the platform; replaced whole. Hubs that are there stay as they are until `hubRebase` */
            hubDefaults?: components["schemas"]["HubSpecPatch"] | null;
            /** @description All versions of the owner's own prices; replaced whole, and what was measured since the first day that changed is computed anew */
            prices?: components["schemas"]["ClusterPrices"][];
            billingAccount?: string | null;
            /** @description The set of files that it was made by, as `hubfleet apply` names it */
            managedBy?: string;
        };
        ClusterUpgrade: {
            /** @description `1.34`, or as exact as the provider takes it */
            kubernetesVersion: string;
        };
        ClusterWarning: {
            /**
             * @example registered-as-kubernetes
             * @example no-default-storage-class
             * @example several-default-storage-classes
             * @example disks-cannot-grow
             * @example disks-retained
             * @example disks-in-other-zones
             * @example no-load-balancer
             * @example network-policies-not-enforced
             * @example network-policies-unknown
             * @example network-policies-named-ports
             * @example network-policies-aks-calico
             * @example metrics-not-answering
             * @example pod-security-off
             * @example permissions
             */
            code: string;
            /** @description What is so */
            what: string;
            /** @description What to do about it */
            mend: string;
        };
        Condition: {
            /**
             * @example Ready
             * @example ClusterReachable
             * @example ReleaseInSync
             * @example AddressReady
             * @example DnsReady
             * @example CertificateReady
             * @example LoginReady
             * @example StorageReady
             * @example CapacityReady
             * @example ImagesReady
             * @example CullingReady
             * @example CredentialReady
             * @example Secure
             * @example Deleting
             */
            type: string;
            /**
             * @example True
             * @example False
             * @example Unknown
             */
            status: string;
            reason: string;
            message: string;
            observedGeneration: number;
            /** Format: date-time */
            lastTransitionTime: string;
        };
        ConfigNote: {
            /** @description Which of the files, from 1 */
            file: number | null;
            /** @description Of the file, from 1; null for what holds of the whole file */
            line: number | null;
            /** @description From 1 */
            column: number | null;
            /**
             * @description typed: it is a field of the spec now; raw: it could be one but for this, and stays a value of the chart; moved: the same under another name; changed: another form or meaning; removed: nothing does this any more; unknown: no chart knew it; unsafe: it needs a look; note: of the whole file
             * @example typed
             * @example raw
             * @example moved
             * @example changed
             * @example removed
             * @example unknown
             * @example unsafe
             * @example note
             */
            kind: string;
            /** @description The dotted path in the file */
            from: string;
            /** @description Where it is now: `spec.…` for a typed field, else a path of the chart's values */
            to: string | null;
            message: string;
        };
        ContainerLog: {
            pod: string;
            container: string;
            /** @description Empty where it has not started */
            text: string;
        };
        /** @description Expected cost per month */
        CostChange: {
            before: components["schemas"]["Money"];
            after: components["schemas"]["Money"];
            difference: components["schemas"]["Money"];
            incomplete: string[];
        };
        /** @description What the present month will have cost; four of five end between low and high */
        CostForecast: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /**
             * @description Exact decimal in the currency beside it, at most six places
             * @example 12.5
             */
            actual: string;
            /**
             * @description Exact decimal in the currency beside it, at most six places
             * @example 12.5
             */
            low: string;
            /**
             * @description Exact decimal in the currency beside it, at most six places
             * @example 12.5
             */
            expected: string;
            /**
             * @description Exact decimal in the currency beside it, at most six places
             * @example 12.5
             */
            high: string;
            /** @description So many days were learned from */
            days: number;
            method: string;
        };
        CostKey: {
            /** @example hub */
            by: string;
            /** @description Ids of tenants, hubs and clusters, else names. Null: it is of none, such as what a cluster has beside its hubs */
            value: string | null;
            /** @description To show */
            name: string;
        };
        CostPeriod: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @example 2026-05 */
            name: string;
        };
        CostReconciliation: {
            days: components["schemas"]["ReconciledDay"][];
            totals: components["schemas"]["ReconciledTotal"][];
        };
        CostReport: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @description By whose clock the periods are */
            timeZone: string;
            /**
             * @description What the series are told apart by
             * @example [
             *       "hub",
             *       "component"
             *     ]
             */
            by: string[];
            every: string | null;
            beforeFrom: string | null;
            beforeTo: string | null;
            periods: components["schemas"]["CostPeriod"][];
            /** @description The dearest first, the rest last; each in one currency */
            series: components["schemas"]["CostSeries"][];
            /** @description One for each currency: they are never added */
            totals: components["schemas"]["CostTotal"][];
            /** @description Of each hub where the report is by hub, else of all. Empty under filters of what usage does not know: component, pool, group and user */
            usage: components["schemas"]["CostUsage"][];
            /** @description Of each cluster of which samples that may be of the span came too late */
            refused: components["schemas"]["RefusedSamples"][];
            /** @description So many hours, days and months of the span are being computed anew */
            due: number;
            /** @description What to know of the figures, in words */
            notes: string[];
        };
        CostSeries: {
            /**
             * @description Its keys in words
             * @example course · servers
             */
            label: string;
            /** @description One for each `by`, in its order; of the rest, only those after the first */
            keys: components["schemas"]["CostKey"][];
            /** @description It holds all that are not among the `top` */
            rest: boolean;
            currency: string;
            /** @description At list prices; null where no price is known of anything, period by period */
            amounts: (string | null)[];
            total: string | null;
            /** @description The total of the span before, where `before` asked for it */
            before: string | null;
            /** @description As the provider billed it; null until a bill tells of all of it, period by period */
            billed: (string | null)[];
            billedTotal: string | null;
            /** @description How long it was there, times how many, period by period */
            hours: number[];
            /** @description Reserved cores times hours, of servers, period by period */
            coreHours: number[];
            /** @description Reserved GiB of memory times hours, of servers, period by period */
            gibHours: number[];
            /** @description So much of its hours has no price: above zero, its amounts are not the whole truth */
            unpricedHours: number;
        };
        CostTotal: {
            currency: string;
            /** @description At list prices, period by period */
            amounts: (string | null)[];
            total: string | null;
            /** @description Of the span before, where `before` asked for it */
            before: string | null;
            /** @description As the provider billed it, period by period */
            billed: (string | null)[];
            billedTotal: string | null;
            unpricedHours: number;
            /** @description Where `forecast` asked for it; null as well where nothing can be learned from yet */
            forecast: components["schemas"]["CostForecast"] | null;
        };
        CostUsage: {
            /** @description Null: all that the report is of */
            hub: components["schemas"]["CostKey"] | null;
            /** @description Different people who had a server, period by period; null where it is not known: people of several days, clusters or hubs do not add up */
            users: (number | null)[];
            /** @description Most servers at once; null where several clusters have a part in it */
            peakServers: (number | null)[];
            /** @description Most nodes at once; null where several clusters have a part in it */
            peakNodes: (number | null)[];
            /** @description Servers times hours, period by period */
            serverHours: number[];
            /** @description Hours that were not seen, of each hub or cluster; they cost nothing here, which is not the truth, period by period */
            gapHours: number[];
        };
        Credential: {
            /** @example credential_01k9… */
            id: string;
            /** @example tenant_01k9… */
            tenantId: string;
            name: string;
            /**
             * @example gcp
             * @example azure
             * @example aws
             * @example sandbox
             */
            cloud: string;
            /**
             * @example checking
             * @example ready
             * @example refused
             */
            state: string;
            spec: components["schemas"]["CloudCredential"];
            trust: components["schemas"]["Trust"] | null;
            status: components["schemas"]["CredentialStatus"];
            conditions: components["schemas"]["Condition"][];
            generation: number;
            observedGeneration: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CredentialCreate: {
            /** @description A DNS label: lower-case letters, digits and hyphens, at most 63 */
            name: string;
            spec: components["schemas"]["CloudCredentialInput"];
        };
        CredentialPage: {
            items: components["schemas"]["Credential"][];
            nextCursor: string | null;
        };
        /** @description What the cloud said when it was asked last */
        CredentialStatus: {
            /** @description Who the cloud says it is */
            identity?: string;
            /** @description The name of the project, subscription or account */
            account?: string;
            /** @description Permissions that a cluster needs and it does not have, by the cloud's names */
            missing?: string[];
            /** Format: date-time */
            checkedAt?: string;
        };
        CredentialUpdate: {
            spec: components["schemas"]["CloudCredentialPatch"];
        };
        /** @description Who would be culled, when and why, as the hub says in this moment */
        CullPreview: {
            /** @description Who culls the hub by itself */
            by: string;
            /**
             * Format: date-time
             * @description When the hub was asked, by the clock of its cluster
             */
            at: string;
            /** @description Until when nothing is culled by itself; `never` when it always is quiet */
            quietUntil: string | null;
            totals: components["schemas"]["CullTotals"];
            /** @description Those that are soonest first, at most 1000 */
            items: components["schemas"]["CullPreviewItem"][];
        };
        CullPreviewItem: {
            user: string;
            /** @description Empty for the default one; null where the user is deleted */
            server: string | null;
            /** @description Whether a cull now takes it, or a later one if nobody uses it until then */
            when: string;
            reason: string | null;
            /** @description In words */
            why: string;
            idleSeconds: number | null;
            ageSeconds: number | null;
            /** @description When it is stopped by itself, if nobody uses it until then */
            stopsAt: string | null;
            /** @description The same at the latest: the culler of the chart looks at times of its own */
            latestAt: string | null;
            /** @description Since when its user is told so */
            warnedAt: string | null;
        };
        /**
         * @description Who is never culled
         * @default {}
         */
        CullProtection: {
            /**
             * @description Users whose servers are never culled, and who are not deleted for being idle
             * @default []
             */
            users: string[];
            /**
             * @description The same for all members of these groups of the hub
             * @default []
             */
            groups: string[];
        };
        /** @description Who is never culled */
        CullProtectionInput: {
            /**
             * @description Users whose servers are never culled, and who are not deleted for being idle
             * @default []
             */
            users?: string[];
            /**
             * @description The same for all members of these groups of the hub
             * @default []
             */
            groups?: string[];
        };
        /** @description Who is never culled */
        CullProtectionPatch: {
            /** @description Users whose servers are never culled, and who are not deleted for being idle */
            users?: string[] | null;
            /** @description The same for all members of these groups of the hub */
            groups?: string[] | null;
        } | null;
        /** @description Servers and users by what becomes of them */
        CullTotals: {
            now: number;
            later: number;
            never: number;
        };
        /** @description What the culling of servers and of kernels means together */
        CullingMeaning: {
            /**
             * @description Who stops servers: the culler of the chart, Hubfleet by itself, or nobody
             * @example chart
             * @example hubfleet
             * @example nobody
             */
            by: string;
            /** @description When a server without a notebook is stopped, after its last use */
            afterLastUse: components["schemas"]["SecondsRange"] | null;
            /** @description When the server of a notebook is stopped that was left with an idle kernel, after its last cell */
            afterLastCell: components["schemas"]["SecondsRange"] | null;
            /** @description The same in sentences, for people */
            words: string[];
        };
        Delivery: {
            /** @example delivery_01k9… */
            id: string;
            /** @example webhook_01k9… */
            webhookId: string;
            event: components["schemas"]["DeliveryEvent"];
            /**
             * @example pending
             * @example succeeded
             * @example failed
             */
            state: string;
            /** @description The last 20 */
            attempts: components["schemas"]["DeliveryAttempt"][];
            nextAttemptAt: string | null;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
        };
        DeliveryAttempt: {
            /** Format: date-time */
            at: string;
            /** @description Of HTTP; null when nobody answered */
            status: number | null;
            error: string | null;
            durationMs: number;
        };
        DeliveryEvent: {
            /**
             * @description The `webhook-id` of each attempt
             * @example evt_01k9…
             */
            id: string;
            type: string;
        };
        DeliveryPage: {
            items: components["schemas"]["Delivery"][];
            nextCursor: string | null;
        };
        DiskType: {
            /** @example pd-balanced */
            name: string;
            /** @description Kubernetes storage classes of the provider that make it */
            storageClasses: string[];
            /** @description The disk of the default storage class */
            default: boolean;
            /** @description Many servers mount one; else each home is a disk of its own */
            shared: boolean;
            /** @description Billed in these sizes, rounded up; null: by the GiB */
            sizesGiB: number[] | null;
            /** @description The size that `perMonth` is for */
            gib: number;
            /** @description Null is not known for this region */
            perMonth: components["schemas"]["Money"] | null;
            /** @description Where the price comes from */
            source: string;
            /** @description The day of the price; null where its source has no date */
            asOf: string | null;
        };
        DiskTypePage: {
            items: components["schemas"]["DiskType"][];
            nextCursor: string | null;
        };
        /** @description What restarts, and who is disturbed */
        Disruption: {
            restarts: string[];
            /** @description People who work lose their connection or their server */
            disconnectsUsers: boolean;
            /** @description Something changes only for servers that start afterwards */
            newServersOnly: boolean;
            /** @description The address of the hub becomes another one */
            addressChanges: boolean;
            /** @description The same in sentences, for people */
            words: string[];
        };
        /** @description The record to make so that the host leads to the hub */
        DnsRecord: {
            name: string;
            /**
             * @example A
             * @example AAAA
             * @example CNAME
             */
            type: string;
            value: string;
        };
        ErasedRows: {
            where: string;
            rows: number;
        };
        Erasure: {
            /**
             * @description What stands in all of it instead of the name, and in what may still come
             * @example erased-0123456789abcdef0123
             */
            tombstone: string;
            /** Format: date-time */
            erasedAt: string;
            /** @description From how many rows the name was taken by this call */
            erased: components["schemas"]["ErasedRows"][];
            /** @description What this does not reach */
            left: components["schemas"]["ErasureLeft"][];
        };
        ErasureLeft: {
            what: string;
            nextStep: string;
        };
        Estimate: {
            /** @description closed-form or simulation */
            method: string;
            /** @description Of a simulation */
            seed: number | null;
            monthly: components["schemas"]["MoneyRange"];
            /** @description Expected, per user and month; null without users */
            perUser: components["schemas"]["Money"] | null;
            /** @description Expected, per user and day on which he is there */
            perActiveDay: components["schemas"]["Money"] | null;
            /** @description Of the calendar, or of so many months */
            term: components["schemas"]["EstimateTerm"] | null;
            fixed: components["schemas"]["Money"];
            variable: components["schemas"]["Money"];
            /** @description What is billed, line by line; known amounts add up to the expected amount */
            components: components["schemas"]["EstimateComponent"][];
            peakNodes: number;
            peakServers: number;
            /** @description When most nodes run, by the clock of the users; null when they never change */
            peakAt: string | null;
            waits: components["schemas"]["EstimateWaits"];
            busiestWeek: components["schemas"]["EstimateWeek"];
            /** @description What stops one more user on a node: memory, cpu, pods or volumes */
            binding: string;
            slotsPerNode: number;
            pools: components["schemas"]["EstimatedPool"][];
            assumptions: string[];
            warnings: string[];
            /** @description What has no known price: with any of it, the amount is not the whole truth */
            incomplete: string[];
            /** @description The prices it was reckoned with */
            catalogue: components["schemas"]["EstimateCatalogue"] | null;
        };
        /** @description What else could be done. All of it is in closed form, and so is `comparedWith`, the month that was asked for: of an estimate by simulation it differs from the expected amount. */
        EstimateAdvice: {
            comparedWith: components["schemas"]["Money"];
            /** @description Ways to have the same nodes, without those that have no known price */
            alternatives: components["schemas"]["EstimateAlternative"][];
            /** @description What the cost hangs on */
            sensitivities: components["schemas"]["EstimateSensitivity"][];
            /** @description What is cheaper and still holds everybody, the most saving first */
            suggestions: components["schemas"]["EstimateSuggestion"][];
            /** @description All suggestions at once; null where that saves no more than the first */
            together: components["schemas"]["EstimateSuggestion"] | null;
        };
        EstimateAlternative: {
            /** @description autoscaled, fixed or spot */
            mode: string;
            /** @description Fields of the input: put in instead of what was there, they give this amount */
            instead: {
                [key: string]: unknown;
            };
            monthly: components["schemas"]["Money"];
            /** @description Against what was asked for; less than 0 is cheaper */
            percent: number;
            perUser: components["schemas"]["Money"] | null;
            difference: components["schemas"]["Money"];
            peakNodes: number;
            /** @description Who waits at the worst moment for a node to start */
            waiting: number;
            words: string;
        };
        /** @description Null: none that is billed */
        EstimateBootDisk: {
            gib: number;
            storageClass?: string;
        };
        EstimateBreak: {
            /**
             * Format: date
             * @example 2026-09-01
             */
            from: string;
            /**
             * Format: date
             * @example 2026-09-01
             */
            to: string;
            /** @description Of the usual work; none where it is not said */
            share?: number;
        };
        /** @description The weeks that are reckoned: so many, or those from one date to another, both included */
        EstimateCalendar: {
            weeks?: number;
            /**
             * Format: date
             * @example 2026-09-01
             */
            from?: string;
            /**
             * Format: date
             * @example 2026-09-01
             */
            to?: string;
            /** @description Whose clock: America/Los_Angeles */
            timeZone?: string;
            breaks?: components["schemas"]["EstimateBreak"][];
            breakWeeks?: number[];
        };
        EstimateCatalogue: {
            provider: string;
            version: string;
            asOf: string;
            fictional: boolean;
        };
        EstimateClass: {
            /** @description 0 is Monday */
            day: number;
            /** @description Hour of the day; 9.5 is half past nine */
            start: number;
            hours: number;
            /** @description Of the users */
            attendance: number;
            /** @description In these weeks of the calendar only: from 1, or from the end; -1 is the last one */
            weeks?: number[];
        };
        EstimateComponent: {
            name: string;
            /** @description The pool, the type of users or the extra */
            of: string | null;
            /** @description fixed: due when nobody logs in; variable: what use adds */
            kind: string;
            /** @description Null: the price is not known */
            amount: components["schemas"]["Money"] | null;
            quantity: number;
            unit: string;
            detail: string;
        };
        /** @description Nodes for the hub itself; they always run */
        EstimateCorePool: {
            machine: string;
            count: number;
            bootDisk?: components["schemas"]["EstimateBootDisk"] | null;
        };
        /** @description How idle servers are stopped */
        EstimateCulling: {
            timeoutSeconds: number;
            everySeconds: number;
            /** @description 0: no limit */
            maxAgeSeconds?: number;
        };
        EstimateExtra: {
            name: string;
            /** @description USD */
            perMonth: number;
        };
        EstimateInput: {
            /** @description gcp, azure, aws, sandbox, or own with ownPrices */
            provider: string;
            /** @example us-central1 */
            region: string;
            /** @description Each type of users */
            users: components["schemas"]["EstimateUserType"][];
            userPools: components["schemas"]["EstimatePool"][];
            corePool?: components["schemas"]["EstimateCorePool"] | null;
            mode?: components["schemas"]["EstimateMode"];
            pattern?: components["schemas"]["EstimatePattern"];
            calendar?: components["schemas"]["EstimateCalendar"];
            culling?: components["schemas"]["EstimateCulling"] | null;
            /** @description Servers that may run at once */
            concurrentLimit?: number;
            /** @description Seats kept warm */
            placeholders?: number;
            /**
             * @description packed: the fullest node first, as JupyterHub's user scheduler does
             * @enum {string}
             */
            scheduling?: "packed" | "spread";
            /** @description How long the autoscaler keeps a node that nobody needs; 10 where it is not said */
            scaleDownMinutes?: number;
            /** @description How long a new node takes until a server runs on it; 6 where it is not said */
            nodeStartMinutes?: number;
            loadBalancers?: number;
            addresses?: number;
            controlPlane?: string | null;
            /** @description The provider's monthly credit for one cluster per billing account is had for this one */
            controlPlaneCredit?: boolean;
            /** @description Hubs that share the control plane, the core nodes and the load balancers */
            sharedByHubs?: number;
            hubDiskGiB?: number;
            /** @description Per month */
            egressGiB?: number;
            /** @description 730 where it is not said */
            hoursPerMonth?: number;
            /** @description Taken off the on-demand price of nodes */
            discount?: number;
            /** @description Apply the provider's sustained-use discount */
            sustainedUse?: boolean;
            /** @description Also say what so many months cost */
            months?: number;
            extras?: components["schemas"]["EstimateExtra"][];
            ownPrices?: components["schemas"]["EstimateOwnPrices"];
            /**
             * @description simulation: what each person does is played with a seed; slower
             * @enum {string}
             */
            method?: "closed-form" | "simulation";
            /** @description Of a simulation; the same again for the same seed */
            seed?: number;
        };
        EstimateMode: {
            /** @enum {string} */
            kind: "autoscale" | "fixed";
            /** @description fixed: so many */
            nodes?: number;
            /** @description fixed: as many as so many users need */
            peakUsers?: number;
            /** @description fixed: a share of the peak more */
            headroom?: number;
        };
        EstimateOwnMachine: {
            /** @description As the pools name it */
            name: string;
            vcpu: number;
            memoryGiB: number;
            /** @description USD */
            perHour?: number;
            /** @description USD */
            spotPerHour?: number;
            maxPods?: number;
            dataDisks?: number;
        };
        /** @description Negotiated prices, or those of machines of one's own; they win over the catalogue's */
        EstimateOwnPrices: {
            /** @description Without perHour a machine costs what any node does, or what its vCPUs and GiB cost */
            machines?: components["schemas"]["EstimateOwnMachine"][];
            /** @description USD. An hour of any node, whatever its size, that has no price by its machine type */
            nodeHour?: number;
            /** @description USD. An hour of a vCPU; with gibHour a node costs what its vCPUs and GiB do */
            vcpuHour?: number;
            /** @description USD. An hour of a GiB of memory */
            gibHour?: number;
            disks?: components["schemas"]["OwnDiskPrice"][];
            /** @description USD. An hour of a load balancer */
            loadBalancerHour?: number;
            /** @description USD. An hour of a public address */
            addressHour?: number;
            /** @description USD. An hour of the control plane */
            controlPlaneHour?: number;
            /** @description USD. A GiB to the internet */
            egressGiB?: number;
        };
        /** @description When users work in a week. Parts add up. */
        EstimatePattern: {
            /** @description Patterns that many courses have; what else is said is added */
            like?: string[];
            /** @description Share of the users at work at once */
            peakConcurrent?: number;
            /** @description So many hours; 40 where it is not said */
            activeHoursPerWeek?: number;
            /** @description Classes and exams: people come and go together */
            classes?: components["schemas"]["EstimateClass"][];
            selfPaced?: components["schemas"]["EstimateSelfPaced"];
            /** @description A measured week: the share at work in each of its 168 hours, from Monday 00:00 */
            activity?: number[];
        };
        EstimatePool: {
            name?: string;
            /** @description As `hubfleet machine-type list` has it */
            machine: string;
            min?: number;
            max?: number;
            /** @description Of the users; otherwise all pools have the same */
            share?: number;
            /** @description Of the nodes that are spot machines */
            spotShare?: number;
            bootDisk?: components["schemas"]["EstimateBootDisk"] | null;
            /** @description Pods per node */
            maxPods?: number;
            reserve?: components["schemas"]["EstimateReserve"];
        };
        /** @description What users do not get of each node's advertised size; it replaces the rule of the provider */
        EstimateReserve: {
            memoryGiB?: number;
            /** @description Cores */
            cpu?: number;
        };
        /** @description Work at one's own time */
        EstimateSelfPaced: {
            /** @description Of a user */
            sessionsPerDay: number;
            sessionHours: number;
            /** @description Hour of the day; 9.5 is half past nine */
            from: number;
            /** @description Hour of the day; 9.5 is half past nine */
            until: number;
            days?: number[];
            /** @description In these weeks of the calendar only: from 1, or from the end; -1 is the last one */
            weeks?: number[];
        };
        EstimateSensitivity: {
            change: string;
            /** @description Fields of the input: put in instead of what was there, they give this amount */
            instead: {
                [key: string]: unknown;
            };
            monthly: components["schemas"]["Money"];
            /** @description Against what was asked for; less than 0 is cheaper */
            percent: number;
            difference: components["schemas"]["Money"];
            /** @example Culling after 30 instead of 60 minutes saves 14 %. */
            words: string;
        };
        EstimateSuggestion: {
            change: string;
            /** @description Fields of the input: put in instead of what was there, they give this amount */
            instead: {
                [key: string]: unknown;
            };
            monthly: components["schemas"]["Money"];
            /** @description Against what was asked for; less than 0 is cheaper */
            percent: number;
            saving: components["schemas"]["Money"];
            /** @description In words, those who wait longer included */
            givesUp: string;
        };
        EstimateTerm: {
            hours: number;
            months: number;
            low: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            high: components["schemas"]["Money"];
            perUser: components["schemas"]["Money"] | null;
        };
        EstimateTypeFit: {
            name: string;
            slotsPerNode: number;
            /** @description What stops one more user on a node: memory, cpu, pods or volumes */
            binding: string;
        };
        EstimateUserType: {
            /** @description What they are: students */
            name?: string;
            count: number;
            /** @description What each server reserves */
            memoryGuaranteeGiB: number;
            /** @description Cores */
            cpuGuarantee?: number;
            /** @description Size of each home; 10 where it is not said */
            homeGiB?: number;
            storageClass?: string | null;
            /** @description Homes there are, when users left and their homes stayed; otherwise one each */
            homes?: number;
            pattern?: components["schemas"]["EstimatePattern"];
            culling?: components["schemas"]["EstimateCulling"] | null;
            /** @description The user pool of their servers; otherwise all, by their share */
            pool?: string;
        };
        EstimateWaitMinutes: {
            median: number;
            p95: number;
        };
        /** @description Who waits for a node to start */
        EstimateWaits: {
            /** @description At the worst moment */
            atOnce: number;
            at: string | null;
            /** @description Starts of a week that wait */
            perWeek: number;
            /** @description Of whoever waits */
            minutes: components["schemas"]["EstimateWaitMinutes"] | null;
        };
        /** @description Hourly means of the week with the most servers, from Monday 00:00 */
        EstimateWeek: {
            week: number;
            servers: number[];
            nodes: number[];
        };
        EstimateWithAdvice: {
            /** @description closed-form or simulation */
            method: string;
            /** @description Of a simulation */
            seed: number | null;
            monthly: components["schemas"]["MoneyRange"];
            /** @description Expected, per user and month; null without users */
            perUser: components["schemas"]["Money"] | null;
            /** @description Expected, per user and day on which he is there */
            perActiveDay: components["schemas"]["Money"] | null;
            /** @description Of the calendar, or of so many months */
            term: components["schemas"]["EstimateTerm"] | null;
            fixed: components["schemas"]["Money"];
            variable: components["schemas"]["Money"];
            /** @description What is billed, line by line; known amounts add up to the expected amount */
            components: components["schemas"]["EstimateComponent"][];
            peakNodes: number;
            peakServers: number;
            /** @description When most nodes run, by the clock of the users; null when they never change */
            peakAt: string | null;
            waits: components["schemas"]["EstimateWaits"];
            busiestWeek: components["schemas"]["EstimateWeek"];
            /** @description What stops one more user on a node: memory, cpu, pods or volumes */
            binding: string;
            slotsPerNode: number;
            pools: components["schemas"]["EstimatedPool"][];
            assumptions: string[];
            warnings: string[];
            /** @description What has no known price: with any of it, the amount is not the whole truth */
            incomplete: string[];
            /** @description The prices it was reckoned with */
            catalogue: components["schemas"]["EstimateCatalogue"] | null;
            advice: components["schemas"]["EstimateAdvice"];
        };
        EstimatedPool: {
            name: string;
            machine: string;
            slotsPerNode: number;
            /** @description What stops one more user on a node: memory, cpu, pods or volumes */
            binding: string;
            /** @description Share of a node's memory that no user can get */
            strandedMemory: number;
            strandedCpu: number;
            peakNodes: number;
            /** @description Expected, per month */
            nodeHours: number;
            /** @description The same of servers */
            serverHours: number;
            /** @description Servers that find no room at the worst moment, since the pool is at its maximum */
            unserved: number;
            types: components["schemas"]["EstimateTypeFit"][];
        };
        Event: {
            /** @example evt_01k9… */
            id: string;
            /** @description Its place in the order in which events became visible: what comes later has a higher one */
            position: number;
            /**
             * @example hub.create
             * @example operation.succeeded
             */
            type: string;
            /** Format: date-time */
            timestamp: string;
            /** @example tenant_01k9… */
            tenantId: string;
            /** @description Id of what it is about */
            subject: string;
            /** @description The hub that it is about */
            hubId: string | null;
            /** @description What the type of event says; the webhooks of the OpenAPI document have the schema of each */
            data: {
                [key: string]: unknown;
            };
        };
        EventCondition: {
            type: string;
            /** @description Null: it was not there */
            from: string | null;
            /**
             * @example True
             * @example False
             * @example Unknown
             */
            status: string;
            reason: string;
            message: string;
        };
        EventCullAhead: {
            user: string;
            /** @description Empty: the default one */
            server: string;
            /**
             * @example idle
             * @example max-age
             */
            reason: string;
            started: string | null;
            lastActivity: string | null;
            /** Format: date-time */
            stopsAt: string;
            /** Format: date-time */
            since: string;
        };
        EventCulled: {
            user: string;
            /** @description Null: the account was deleted */
            server: string | null;
            /**
             * @example idle
             * @example max-age
             */
            reason: string;
            idleSeconds: number | null;
            ageSeconds: number | null;
            /**
             * @example stopped
             * @example stopping
             * @example deleted
             */
            outcome: string;
        };
        EventPage: {
            items: components["schemas"]["Event"][];
            nextCursor: string | null;
        };
        /** @description As in the operation, without what it was about */
        EventProblem: {
            code: string;
            title: string;
            detail: string;
            nextStep: string;
            retryable: boolean;
        };
        EventTarget: {
            type: string;
            id: string;
        };
        ExactMoney: {
            /**
             * @description Exact decimal, at most six places
             * @example 12.5
             */
            amount: string;
            /** @example USD */
            currency: string;
        };
        ExportedChart: {
            name: string;
            version: string;
            source: string;
            /** @description sha256 of its archive */
            digest: string;
        };
        /** @description By what a tenant counts its usage and money */
        Finance: {
            timeZone: string;
            sharedBy: string;
            groupOrder: string[];
            terms: components["schemas"]["Term"][];
        };
        /** @description By what a tenant counts its usage and money */
        FinanceInput: {
            /**
             * @description IANA name of the zone by whose clock days, months and terms are. With another one, days and months are computed anew
             * @example America/Los_Angeles
             */
            timeZone?: string;
            /**
             * @description How what serves a whole cluster of the tenant is shared among the hubs in it; for hours that are still to be computed
             * @enum {string}
             */
            sharedBy?: "server-hours" | "equal" | "owner";
            /** @description Of a person in several groups the first one here counts, otherwise the first by name; for hours that are still to be computed */
            groupOrder?: string[];
            /** @description Named spans such as semesters, in their order, none over another; replaced whole */
            terms?: components["schemas"]["Term"][];
        };
        /** @description How many servers of one kind a node of one kind holds */
        Fit: {
            /** @description Null where the hub has no profiles */
            profile: string | null;
            /** @description What is chosen in its options, where that makes another size */
            choices: {
                [key: string]: string;
            };
            /** @description What starts when nobody chooses; seats are of this size */
            default: boolean;
            needs: components["schemas"]["FitNeeds"];
            /** @description A pool of a managed cluster, or nodes that are alike */
            nodeType: string;
            machineType: string;
            usersPerNode: number;
            /**
             * @description What stops the next one: memory, cpu, pods, volumes, the name of another resource, or placement
             * @example memory
             */
            binding: string;
            /** @description The same with its figures */
            detail: string;
            rest: components["schemas"]["FitRest"];
        };
        /** @description What one server reserves on its node */
        FitNeeds: {
            memoryGiB: number;
            /** @description Cores */
            cpu: number;
            extra: {
                [key: string]: number;
            };
            /** @description It attaches a disk of its own */
            volume: boolean;
        };
        /** @description What a full node has left */
        FitRest: {
            memoryGiB: number;
            cpu: number;
            pods: number;
            /** @description Null where nothing bounds them */
            volumes: number | null;
        };
        Fits: {
            items: components["schemas"]["Fit"][];
            warnings: string[];
        };
        /** @description The worker's application default credentials */
        GcpAmbient: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gcp-ambient";
            /** @description Id of the project */
            project: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
        };
        /** @description The worker's application default credentials */
        GcpAmbientInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gcp-ambient";
            /** @description Id of the project */
            project: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
        };
        /** @description The worker's application default credentials */
        GcpAmbientPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gcp-ambient";
            /** @description Id of the project */
            project?: string | null;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string | null;
            } | null;
        };
        /** @description Workload identity federation */
        GcpFederation: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gcp-federation";
            /** @description Id of the project */
            project: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
            /** @description projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER */
            workloadIdentityProvider: string;
            /** @description Email of the service account to act as */
            serviceAccount: string;
        };
        /** @description Workload identity federation */
        GcpFederationInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gcp-federation";
            /** @description Id of the project */
            project: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
            /** @description projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER */
            workloadIdentityProvider: string;
            /** @description Email of the service account to act as */
            serviceAccount: string;
        };
        /** @description Workload identity federation */
        GcpFederationPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gcp-federation";
            /** @description Id of the project */
            project?: string | null;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string | null;
            } | null;
            /** @description projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER */
            workloadIdentityProvider?: string | null;
            /** @description Email of the service account to act as */
            serviceAccount?: string | null;
        };
        /** @description A key of a service account */
        GcpKey: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gcp-key";
            /** @description Id of the project */
            project: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
        };
        /** @description A key of a service account */
        GcpKeyInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gcp-key";
            /** @description Id of the project */
            project: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
            /** @description The key's file, as JSON */
            key: string;
        };
        /** @description A key of a service account */
        GcpKeyPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gcp-key";
            /** @description Id of the project */
            project?: string | null;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string | null;
            } | null;
            /** @description The key's file, as JSON */
            key?: string | null;
        };
        Grant: {
            /** @example grant_01k9… */
            id: string;
            /** @example cluster_01k9… */
            clusterId: string;
            /** @example tenant_01k9… */
            granteeId: string;
            /** @description Hubs of the grantee in the cluster; null is no limit */
            maxHubs: number | null;
            /** @description Seats of all its hubs in the cluster; null is no limit */
            maxSeats: number | null;
            /** Format: date-time */
            createdAt: string;
        };
        GrantCreate: {
            /** @description Id or name of the tenant */
            grantee: string;
            maxHubs?: number;
            maxSeats?: number;
        };
        GrantPage: {
            items: components["schemas"]["Grant"][];
            nextCursor: string | null;
        };
        Group: {
            name: string;
            members: number;
            /** @description Only told of one group */
            users?: string[];
        };
        GroupCreate: {
            name: string;
            /** @description Members from the start; they need accounts */
            users?: string[];
        };
        GroupPage: {
            items: components["schemas"]["Group"][];
            nextCursor: string | null;
        };
        GroupUpdate: {
            /** @description Users to add */
            add?: string[];
            /** @description Users to take out */
            remove?: string[];
        };
        /** @description A GiB of home for a month */
        HomePrice: {
            /** @description Null is not known for this region and size */
            perGiBMonth: components["schemas"]["Money"] | null;
            diskType: string;
            /** @description Size of the home: some disks are billed rounded up */
            gib: number;
            /** @description Where the price comes from */
            source: string;
            /** @description The day of the price; null where its source has no date */
            asOf: string | null;
        };
        Hub: {
            /** @example hub_01k9… */
            id: string;
            /** @example tenant_01k9… */
            tenantId: string;
            /** @example cluster_01k9… */
            clusterId: string;
            name: string;
            /**
             * @example creating
             * @example ready
             * @example updating
             * @example degraded
             * @example stopped
             * @example deleting
             * @example error
             * @example deleted
             */
            state: string;
            spec: components["schemas"]["HubSpec"];
            template: components["schemas"]["HubTemplate"] | null;
            /** @description What changed under the hub since it was made or rebased; `hubRebase` moves it on */
            newerLayers: string[];
            managedBy: string | null;
            status: components["schemas"]["HubStatus"];
            /** @description What to enter at the provider of the login; null where nobody has to be told anything */
            loginAddresses: components["schemas"]["LoginAddresses"] | null;
            conditions: components["schemas"]["Condition"][];
            culling: components["schemas"]["CullingMeaning"];
            /** @description Why only admins may start servers, as people are told; null where everybody may */
            frozen: string | null;
            /** @description Hubfleet leaves the hub as it is */
            paused: boolean;
            /** @description sha256 of the archive of its chart */
            chartDigest: string;
            /** @description Revision of the spec that is wanted; the ETag */
            generation: number;
            /** @description The last revision that was reached */
            observedGeneration: number;
            homes: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            deletedAt: string | null;
        };
        /**
         * @description Who may use the hub
         * @default {}
         */
        HubAccess: {
            /**
             * @description Everybody who can log in may use the hub
             * @default false
             */
            allowAll: boolean;
            /**
             * @description Who may use the hub; nobody by default
             * @default []
             */
            users: string[];
            /**
             * @description Who may also administer it
             * @default []
             */
            admins: string[];
            /** @description Whoever has an account in the hub may use it, as somebody added by `hubfleet user create`. Who was let in by a group once stays so until the account is deleted. Default: yes where `users` names somebody */
            allowExisting?: boolean;
        };
        /** @description Who may use the hub */
        HubAccessInput: {
            /**
             * @description Everybody who can log in may use the hub
             * @default false
             */
            allowAll?: boolean;
            /**
             * @description Who may use the hub; nobody by default
             * @default []
             */
            users?: string[];
            /**
             * @description Who may also administer it
             * @default []
             */
            admins?: string[];
            /** @description Whoever has an account in the hub may use it, as somebody added by `hubfleet user create`. Who was let in by a group once stays so until the account is deleted. Default: yes where `users` names somebody */
            allowExisting?: boolean;
        };
        /** @description Who may use the hub */
        HubAccessPatch: {
            /** @description Everybody who can log in may use the hub */
            allowAll?: boolean | null;
            /** @description Who may use the hub; nobody by default */
            users?: string[] | null;
            /** @description Who may also administer it */
            admins?: string[] | null;
            /** @description Whoever has an account in the hub may use it, as somebody added by `hubfleet user create`. Who was let in by a group once stays so until the account is deleted. Default: yes where `users` names somebody */
            allowExisting?: boolean | null;
        } | null;
        /** @description Images that are built from Git repositories for the hub */
        HubBuild: {
            /** @description Where images that are built for the hub are pushed: registry and repository, without tag. The tag is the commit */
            image: string;
            /** @description Of the registry */
            username?: string;
            git?: components["schemas"]["BuildGit"];
            /**
             * @description What a build may use
             * @default 4Gi
             */
            memory: string;
            /** @default 2 */
            cpu: number;
            /**
             * @description What a build may write
             * @default 20Gi
             */
            disk: string;
            /**
             * @description A build that takes longer is ended
             * @default 3600
             */
            timeoutSeconds: number;
        };
        /** @description Images that are built from Git repositories for the hub */
        HubBuildInput: {
            /** @description Where images that are built for the hub are pushed: registry and repository, without tag. The tag is the commit */
            image?: string;
            /** @description Of the registry */
            username?: string;
            /** @description Or a token, which may push to that repository */
            password?: string;
            git?: components["schemas"]["BuildGitInput"];
            /**
             * @description What a build may use
             * @default 4Gi
             */
            memory?: string;
            /** @default 2 */
            cpu?: number;
            /**
             * @description What a build may write
             * @default 20Gi
             */
            disk?: string;
            /**
             * @description A build that takes longer is ended
             * @default 3600
             */
            timeoutSeconds?: number;
        };
        /** @description Images that are built from Git repositories for the hub */
        HubBuildPatch: {
            /** @description Where images that are built for the hub are pushed: registry and repository, without tag. The tag is the commit */
            image?: string | null;
            /** @description Of the registry */
            username?: string | null;
            /** @description Or a token, which may push to that repository */
            password?: string | null;
            git?: components["schemas"]["BuildGitPatch"];
            /** @description What a build may use */
            memory?: string | null;
            cpu?: number | null;
            /** @description What a build may write */
            disk?: string | null;
            /** @description A build that takes longer is ended */
            timeoutSeconds?: number | null;
        } | null;
        HubBuildWorkflow: {
            /** @description Where the file goes in the repository */
            path: string;
            content: string;
            secrets: string[];
        };
        /**
         * @description Room for people
         * @default {}
         */
        HubCapacity: {
            /**
             * @description Seats kept free and warm: a user who comes takes one at once
             * @default 0
             */
            seats: number;
            /** @description More servers than this are refused */
            maxServers?: number;
            nodes?: components["schemas"]["HubNodes"];
        };
        /** @description Room for people */
        HubCapacityInput: {
            /**
             * @description Seats kept free and warm: a user who comes takes one at once
             * @default 0
             */
            seats?: number;
            /** @description More servers than this are refused */
            maxServers?: number;
            nodes?: components["schemas"]["HubNodes"];
        };
        /** @description Room for people */
        HubCapacityPatch: {
            /** @description Seats kept free and warm: a user who comes takes one at once */
            seats?: number | null;
            /** @description More servers than this are refused */
            maxServers?: number | null;
            nodes?: components["schemas"]["HubNodesPatch"];
        } | null;
        /**
         * @description Which Helm chart makes the hub
         * @default {}
         */
        HubChart: {
            /**
             * @description Version of the chart, as 4.4.0, 4.0.0-beta.1 or 5.0.0-0.dev.git.7000.habc1234
             * @default 4.4.0
             */
            version: string;
            /** @description An https address of a chart repository, or a chart archive that the server can read. Default: the official repository */
            source?: string;
        };
        /** @description Which Helm chart makes the hub */
        HubChartInput: {
            /**
             * @description Version of the chart, as 4.4.0, 4.0.0-beta.1 or 5.0.0-0.dev.git.7000.habc1234
             * @default 4.4.0
             */
            version?: string;
            /** @description An https address of a chart repository, or a chart archive that the server can read. Default: the official repository */
            source?: string;
        };
        /** @description Which Helm chart makes the hub */
        HubChartPatch: {
            /** @description Version of the chart, as 4.4.0, 4.0.0-beta.1 or 5.0.0-0.dev.git.7000.habc1234 */
            version?: string | null;
            /** @description An https address of a chart repository, or a chart archive that the server can read. Default: the official repository */
            source?: string | null;
        } | null;
        /**
         * @description Where the hub itself runs
         * @default {}
         */
        HubCorePods: {
            /**
             * @description Whether the hub's own pods look for nodes labelled hub.jupyter.org/node-purpose=core; require also keeps them away from all others
             * @default prefer
             * @example ignore
             * @example prefer
             * @example require
             */
            matchNodePurpose: string;
        };
        /**
         * @description Where the hub itself runs
         * @default {}
         */
        HubCorePodsInput: {
            /**
             * @description Whether the hub's own pods look for nodes labelled hub.jupyter.org/node-purpose=core; require also keeps them away from all others
             * @default prefer
             * @enum {string}
             */
            matchNodePurpose: "ignore" | "prefer" | "require";
        };
        /** @description Where the hub itself runs */
        HubCorePodsPatch: {
            /**
             * @description Whether the hub's own pods look for nodes labelled hub.jupyter.org/node-purpose=core; require also keeps them away from all others
             * @enum {string|null}
             */
            matchNodePurpose?: "ignore" | "prefer" | "require" | null;
        } | null;
        HubCost: {
            /** @description Null where no prices are known, as for a registered cluster of no cloud without prices of its own */
            estimate: components["schemas"]["Estimate"] | null;
            /** @description Null until an hour of it was measured */
            measured: components["schemas"]["MeasuredCost"] | null;
        };
        /**
         * @description CPU of each server
         * @default {}
         */
        HubCpu: {
            /** @description What each server has for sure, in cores */
            guarantee?: number;
            /** @description What a server can use at most, in cores */
            limit?: number;
        };
        /** @description CPU of each server */
        HubCpuInput: {
            /** @description What each server has for sure, in cores */
            guarantee?: number;
            /** @description What a server can use at most, in cores */
            limit?: number;
        };
        /** @description CPU of each server */
        HubCpuPatch: {
            /** @description What each server has for sure, in cores */
            guarantee?: number | null;
            /** @description What a server can use at most, in cores */
            limit?: number | null;
        } | null;
        HubCreate: {
            name: components["schemas"]["HubName"];
            /** @description Id or name of the cluster it lives in */
            cluster: string;
            template?: components["schemas"]["HubTemplateInput"];
            spec?: components["schemas"]["HubSpecInput"];
            /** @description The set of files that it was made by, as `hubfleet apply` names it */
            managedBy?: string;
            /** @description The config.yaml of the chart, as text, of any version since 0.3.1; several as with helm: a later one wins. They are translated, and `config` of a plan tells what became of each line. Fields of `spec` win over them */
            config?: string[];
            /** @description Names of the confirmations that a plan asked for */
            confirm?: string[];
        };
        HubCull: {
            /** @description Idle for this long is unused; default: as the spec says */
            timeoutSeconds?: number;
            /** @description Older servers are stopped even when used; default: as the spec says */
            maxAgeSeconds?: number;
            /** @description Names of the confirmations that a plan asked for */
            confirm?: string[];
        };
        /**
         * @description Stopping what nobody uses. With `protect`, `quietHours` or `warnAheadSeconds` Hubfleet itself does it, in place of the culler of the chart
         * @default {}
         */
        HubCulling: {
            /**
             * @description Stop servers that nobody uses
             * @default true
             */
            enabled: boolean;
            /**
             * @description Idle for this long is unused, in seconds
             * @default 3600
             */
            timeoutSeconds: number;
            /**
             * @description How often it is looked at, in seconds
             * @default 600
             */
            everySeconds: number;
            /**
             * @description Servers older than this are stopped even when used; 0 for never, in seconds
             * @default 0
             */
            maxAgeSeconds: number;
            /**
             * @description Also delete users that are idle, and with dynamic storage their homes
             * @default false
             */
            users: boolean;
            /**
             * @description Whether idle admins may be deleted too; their servers are stopped in any case
             * @default true
             */
            adminUsers: boolean;
            /**
             * @description Delete named servers instead of stopping them
             * @default false
             */
            removeNamedServers: boolean;
            /**
             * @description How many are stopped at the same time
             * @default 10
             */
            concurrency: number;
            kernels: components["schemas"]["KernelCulling"];
            terminals: components["schemas"]["TerminalCulling"];
            /**
             * @description A server without kernels and terminals that is idle for this long ends by itself; 0 for never, in seconds
             * @default 0
             */
            shutdownSeconds: number;
            protect: components["schemas"]["CullProtection"];
            /**
             * @description Times in which nothing is culled
             * @default []
             */
            quietHours: components["schemas"]["QuietHours"][];
            /**
             * @description How long before its server is stopped somebody is told so, on the hub's page; 0 for not at all, in seconds
             * @default 0
             */
            warnAheadSeconds: number;
        };
        /** @description Stopping what nobody uses. With `protect`, `quietHours` or `warnAheadSeconds` Hubfleet itself does it, in place of the culler of the chart */
        HubCullingInput: {
            /**
             * @description Stop servers that nobody uses
             * @default true
             */
            enabled?: boolean;
            /**
             * @description Idle for this long is unused, in seconds
             * @default 3600
             */
            timeoutSeconds?: number;
            /**
             * @description How often it is looked at, in seconds
             * @default 600
             */
            everySeconds?: number;
            /**
             * @description Servers older than this are stopped even when used; 0 for never, in seconds
             * @default 0
             */
            maxAgeSeconds?: number;
            /**
             * @description Also delete users that are idle, and with dynamic storage their homes
             * @default false
             */
            users?: boolean;
            /**
             * @description Whether idle admins may be deleted too; their servers are stopped in any case
             * @default true
             */
            adminUsers?: boolean;
            /**
             * @description Delete named servers instead of stopping them
             * @default false
             */
            removeNamedServers?: boolean;
            /**
             * @description How many are stopped at the same time
             * @default 10
             */
            concurrency?: number;
            kernels?: components["schemas"]["KernelCullingInput"];
            terminals?: components["schemas"]["TerminalCullingInput"];
            /**
             * @description A server without kernels and terminals that is idle for this long ends by itself; 0 for never, in seconds
             * @default 0
             */
            shutdownSeconds?: number;
            protect?: components["schemas"]["CullProtectionInput"];
            /**
             * @description Times in which nothing is culled
             * @default []
             */
            quietHours?: components["schemas"]["QuietHoursInput"][];
            /**
             * @description How long before its server is stopped somebody is told so, on the hub's page; 0 for not at all, in seconds
             * @default 0
             */
            warnAheadSeconds?: number;
        };
        /** @description Stopping what nobody uses. With `protect`, `quietHours` or `warnAheadSeconds` Hubfleet itself does it, in place of the culler of the chart */
        HubCullingPatch: {
            /** @description Stop servers that nobody uses */
            enabled?: boolean | null;
            /** @description Idle for this long is unused, in seconds */
            timeoutSeconds?: number | null;
            /** @description How often it is looked at, in seconds */
            everySeconds?: number | null;
            /** @description Servers older than this are stopped even when used; 0 for never, in seconds */
            maxAgeSeconds?: number | null;
            /** @description Also delete users that are idle, and with dynamic storage their homes */
            users?: boolean | null;
            /** @description Whether idle admins may be deleted too; their servers are stopped in any case */
            adminUsers?: boolean | null;
            /** @description Delete named servers instead of stopping them */
            removeNamedServers?: boolean | null;
            /** @description How many are stopped at the same time */
            concurrency?: number | null;
            kernels?: components["schemas"]["KernelCullingPatch"];
            terminals?: components["schemas"]["TerminalCullingPatch"];
            /** @description A server without kernels and terminals that is idle for this long ends by itself; 0 for never, in seconds */
            shutdownSeconds?: number | null;
            protect?: components["schemas"]["CullProtectionPatch"];
            /** @description Times in which nothing is culled */
            quietHours?: components["schemas"]["QuietHoursInput"][] | null;
            /** @description How long before its server is stopped somebody is told so, on the hub's page; 0 for not at all, in seconds */
            warnAheadSeconds?: number | null;
        } | null;
        /**
         * @description Where the hub keeps users, tokens and activity
         * @default {}
         */
        HubDatabase: {
            /**
             * @description A file on a disk of its own, a file that is lost at each restart of the hub, or a server that exists
             * @default sqlite
             * @example sqlite
             * @example sqlite-memory
             * @example postgres
             * @example mysql
             */
            type: string;
            /**
             * @description With sqlite: size of its disk, as a Kubernetes quantity. It grows where its StorageClass can, and never shrinks
             * @default 1Gi
             */
            capacity: string;
            /** @description With sqlite: the class of its disk, fixed once it is made. Default: the cluster's default class */
            storageClass?: string;
            /** @description With postgres or mysql: where the server is, as the hub reaches it */
            host?: string;
            /** @description Default: 5432 of postgres, 3306 of mysql */
            port?: number;
            /** @description The database; it must exist, and belong to this hub alone */
            name?: string;
            user?: string;
            /** @description Options of the connection, such as sslmode: require */
            options?: {
                [key: string]: string;
            };
        };
        /** @description Where the hub keeps users, tokens and activity */
        HubDatabaseInput: {
            /**
             * @description A file on a disk of its own, a file that is lost at each restart of the hub, or a server that exists
             * @default sqlite
             * @enum {string}
             */
            type?: "sqlite" | "sqlite-memory" | "postgres" | "mysql";
            /**
             * @description With sqlite: size of its disk, as a Kubernetes quantity. It grows where its StorageClass can, and never shrinks
             * @default 1Gi
             */
            capacity?: string;
            /** @description With sqlite: the class of its disk, fixed once it is made. Default: the cluster's default class */
            storageClass?: string;
            /** @description With postgres or mysql: where the server is, as the hub reaches it */
            host?: string;
            /** @description Default: 5432 of postgres, 3306 of mysql */
            port?: number;
            /** @description The database; it must exist, and belong to this hub alone */
            name?: string;
            user?: string;
            /** @description Never returned; leave it out of a change to keep it */
            password?: string;
            /** @description Options of the connection, such as sslmode: require */
            options?: {
                [key: string]: string;
            };
        };
        /** @description Where the hub keeps users, tokens and activity */
        HubDatabasePatch: {
            /**
             * @description A file on a disk of its own, a file that is lost at each restart of the hub, or a server that exists
             * @enum {string|null}
             */
            type?: "sqlite" | "sqlite-memory" | "postgres" | "mysql" | null;
            /** @description With sqlite: size of its disk, as a Kubernetes quantity. It grows where its StorageClass can, and never shrinks */
            capacity?: string | null;
            /** @description With sqlite: the class of its disk, fixed once it is made. Default: the cluster's default class */
            storageClass?: string | null;
            /** @description With postgres or mysql: where the server is, as the hub reaches it */
            host?: string | null;
            /** @description Default: 5432 of postgres, 3306 of mysql */
            port?: number | null;
            /** @description The database; it must exist, and belong to this hub alone */
            name?: string | null;
            user?: string | null;
            /** @description Never returned; leave it out of a change to keep it */
            password?: string | null;
            /** @description Options of the connection, such as sslmode: require */
            options?: {
                [key: string]: string | null;
            } | null;
        } | null;
        HubExport: {
            /** @description values.yaml */
            values: string;
            /** @description objects.yaml, for kubectl apply */
            objects: string;
            chart: components["schemas"]["ExportedChart"];
            namespace: string;
            release: string;
            /** @description What makes the hub of the two files */
            commands: string[];
            /** @description What the files do not do */
            onlyHubfleet: string[];
        };
        /**
         * @description How the hub is reached
         * @default {}
         */
        HubExposure: {
            /**
             * @description What leads to the hub; route is of OpenShift
             * @default loadBalancer
             * @example loadBalancer
             * @example ingress
             * @example gateway
             * @example route
             * @example clusterIP
             */
            type: string;
            /** @description The DNS name people use; with route, the router of the cluster has one where you name none */
            host?: string;
            https?: components["schemas"]["HubHttps"];
            /**
             * @description With loadBalancer: from where people may come, as networks such as 192.0.2.0/24; empty: from everywhere
             * @default []
             */
            allowedRanges: string[];
            /** @description With loadBalancer: an address that you reserved, where the cloud lets one choose; the policy must allow `network` */
            loadBalancerIP?: string;
            /**
             * @description Of the Service, Ingress, HTTPRoute or Route, for what serves them in the cluster; the policy must allow `network`. Replaced key by key by a change
             * @default {}
             */
            annotations: {
                [key: string]: string;
            };
            /** @description With ingress: its class */
            className?: string;
            gateway?: components["schemas"]["HubGateway"];
            route?: components["schemas"]["HubRoute"];
        };
        /** @description How the hub is reached */
        HubExposureInput: {
            /**
             * @description What leads to the hub; route is of OpenShift
             * @default loadBalancer
             * @enum {string}
             */
            type?: "loadBalancer" | "ingress" | "gateway" | "route" | "clusterIP";
            /** @description The DNS name people use; with route, the router of the cluster has one where you name none */
            host?: string;
            https?: components["schemas"]["HubHttpsInput"];
            /**
             * @description With loadBalancer: from where people may come, as networks such as 192.0.2.0/24; empty: from everywhere
             * @default []
             */
            allowedRanges?: string[];
            /** @description With loadBalancer: an address that you reserved, where the cloud lets one choose; the policy must allow `network` */
            loadBalancerIP?: string;
            /**
             * @description Of the Service, Ingress, HTTPRoute or Route, for what serves them in the cluster; the policy must allow `network`. Replaced key by key by a change
             * @default {}
             */
            annotations?: {
                [key: string]: string;
            };
            /** @description With ingress: its class */
            className?: string;
            gateway?: components["schemas"]["HubGateway"];
            route?: components["schemas"]["HubRouteInput"];
        };
        /** @description How the hub is reached */
        HubExposurePatch: {
            /**
             * @description What leads to the hub; route is of OpenShift
             * @enum {string|null}
             */
            type?: "loadBalancer" | "ingress" | "gateway" | "route" | "clusterIP" | null;
            /** @description The DNS name people use; with route, the router of the cluster has one where you name none */
            host?: string | null;
            https?: components["schemas"]["HubHttpsPatch"];
            /** @description With loadBalancer: from where people may come, as networks such as 192.0.2.0/24; empty: from everywhere */
            allowedRanges?: string[] | null;
            /** @description With loadBalancer: an address that you reserved, where the cloud lets one choose; the policy must allow `network` */
            loadBalancerIP?: string | null;
            /** @description Of the Service, Ingress, HTTPRoute or Route, for what serves them in the cluster; the policy must allow `network`. Replaced key by key by a change */
            annotations?: {
                [key: string]: string | null;
            } | null;
            /** @description With ingress: its class */
            className?: string | null;
            gateway?: components["schemas"]["HubGatewayPatch"];
            route?: components["schemas"]["HubRoutePatch"];
        } | null;
        /**
         * @description Any other resource of each server, such as ephemeral-storage or the devices of a plugin, which are whole and have a limit as large as the guarantee
         * @default {}
         */
        HubExtraResource: {
            /** @description What each server has for sure: the name of each resource with a Kubernetes quantity */
            guarantees?: {
                [key: string]: string;
            };
            /** @description What a server can use at most: the name of each resource with a Kubernetes quantity */
            limits?: {
                [key: string]: string;
            };
        };
        /** @description Any other resource of each server, such as ephemeral-storage or the devices of a plugin, which are whole and have a limit as large as the guarantee */
        HubExtraResourceInput: {
            /** @description What each server has for sure: the name of each resource with a Kubernetes quantity */
            guarantees?: {
                [key: string]: string;
            };
            /** @description What a server can use at most: the name of each resource with a Kubernetes quantity */
            limits?: {
                [key: string]: string;
            };
        };
        /** @description Any other resource of each server, such as ephemeral-storage or the devices of a plugin, which are whole and have a limit as large as the guarantee */
        HubExtraResourcePatch: {
            /** @description What each server has for sure: the name of each resource with a Kubernetes quantity */
            guarantees?: {
                [key: string]: string | null;
            } | null;
            /** @description What a server can use at most: the name of each resource with a Kubernetes quantity */
            limits?: {
                [key: string]: string | null;
            } | null;
        } | null;
        /** @description With gateway: which one */
        HubGateway: {
            name: string;
            namespace: string;
            /** @description Its listener, such as https. Default: all that fit the host */
            sectionName?: string;
        };
        /** @description With gateway: which one */
        HubGatewayPatch: {
            name?: string | null;
            namespace?: string | null;
            /** @description Its listener, such as https. Default: all that fit the host */
            sectionName?: string | null;
        } | null;
        /** @description Brought into the home at each start, by nbgitpuller of the image. What people changed is kept */
        HubGitRepository: {
            /** Format: uri */
            url: string;
            /** @description A branch, which begins with no hyphen. Default: main */
            branch?: string;
            /** @description A folder inside the home, without .. in it; default: the repository's name */
            directory?: string;
        };
        /** @description Brought into the home at each start, by nbgitpuller of the image. What people changed is kept */
        HubGitRepositoryPatch: {
            /** Format: uri */
            url?: string | null;
            /** @description A branch, which begins with no hyphen. Default: main */
            branch?: string | null;
            /** @description A folder inside the home, without .. in it; default: the repository's name */
            directory?: string | null;
        } | null;
        /**
         * @description What is in a home at the start
         * @default {}
         */
        HubHome: {
            /** @description A folder of the image that is copied into each home once, such as /srv/app/src */
            contents?: string;
            gitRepository?: components["schemas"]["HubGitRepository"];
        };
        /** @description What is in a home at the start */
        HubHomeInput: {
            /** @description A folder of the image that is copied into each home once, such as /srv/app/src */
            contents?: string;
            gitRepository?: components["schemas"]["HubGitRepository"];
        };
        /** @description What is in a home at the start */
        HubHomePatch: {
            /** @description A folder of the image that is copied into each home once, such as /srv/app/src */
            contents?: string | null;
            gitRepository?: components["schemas"]["HubGitRepositoryPatch"];
        } | null;
        /** @description Encryption; needs a host, but where the router of an OpenShift has one */
        HubHttps: {
            /**
             * @description A certificate that the hub gets from Let's Encrypt, one at the load balancer, one in a Secret of the namespace, one of your own, or one that cert-manager of the cluster makes
             * @example letsencrypt
             * @example offload
             * @example secret
             * @example manual
             * @example certManager
             */
            type: string;
            /**
             * Format: email
             * @description With letsencrypt: who is told of problems
             */
            contactEmail?: string;
            /** @description With secret: the Secret of type kubernetes.io/tls */
            secretName?: string;
            /** @description With manual: the certificate of the host in PEM, and after it those that lead to its root. Certificates are public and are returned */
            certificate?: string;
            issuer?: components["schemas"]["CertificateIssuer"];
        };
        /** @description Encryption; needs a host, but where the router of an OpenShift has one */
        HubHttpsInput: {
            /**
             * @description A certificate that the hub gets from Let's Encrypt, one at the load balancer, one in a Secret of the namespace, one of your own, or one that cert-manager of the cluster makes
             * @enum {string}
             */
            type: "letsencrypt" | "offload" | "secret" | "manual" | "certManager";
            /**
             * Format: email
             * @description With letsencrypt: who is told of problems
             */
            contactEmail?: string;
            /** @description With secret: the Secret of type kubernetes.io/tls */
            secretName?: string;
            /** @description With manual: the certificate of the host in PEM, and after it those that lead to its root. Certificates are public and are returned */
            certificate?: string;
            /** @description With manual: the private key of the certificate in PEM, without a passphrase. Never returned; leave it out of a change to keep it */
            key?: string;
            issuer?: components["schemas"]["CertificateIssuerInput"];
        };
        /** @description Encryption; needs a host, but where the router of an OpenShift has one */
        HubHttpsPatch: {
            /**
             * @description A certificate that the hub gets from Let's Encrypt, one at the load balancer, one in a Secret of the namespace, one of your own, or one that cert-manager of the cluster makes
             * @enum {string|null}
             */
            type?: "letsencrypt" | "offload" | "secret" | "manual" | "certManager" | null;
            /**
             * Format: email
             * @description With letsencrypt: who is told of problems
             */
            contactEmail?: string | null;
            /** @description With secret: the Secret of type kubernetes.io/tls */
            secretName?: string | null;
            /** @description With manual: the certificate of the host in PEM, and after it those that lead to its root. Certificates are public and are returned */
            certificate?: string | null;
            /** @description With manual: the private key of the certificate in PEM, without a passphrase. Never returned; leave it out of a change to keep it */
            key?: string | null;
            issuer?: components["schemas"]["CertificateIssuerPatch"];
        } | null;
        /** @description The image of users' servers */
        HubImage: {
            /** @description Registry and repository, without tag */
            name: string;
            tag: string;
            /**
             * @description When a node pulls it
             * @example IfNotPresent
             * @example Always
             * @example Never
             */
            pullPolicy?: string;
            /** @description Run what the tag is now, by its digest, until the tag is changed or `hubfleet hub pin` looks again: all nodes and later starts run the same */
            pin?: boolean;
            /** @description What the tag must be. With pin Hubfleet sets it */
            digest?: string;
        };
        HubImageFound: {
            /** @description Where the spec names it */
            pointer: string;
            /** @description What servers are started with */
            image: string;
            /** @description A digest decides what runs */
            pinned: boolean;
            moving: string | null;
            /** @description What its tag is in the registry now */
            digest: string | null;
            /** @description Of a pinned image: the tag is still what runs */
            current: boolean | null;
            platforms: string[];
            /** @description What a node downloads */
            sizeBytes: number | null;
            labels: {
                [key: string]: string;
            };
            jupyterhub: components["schemas"]["ImageJupyterhub"] | null;
            problem: string | null;
        };
        /** @description The image of users' servers */
        HubImageInput: {
            /** @description Registry and repository, without tag */
            name: string;
            tag: string;
            /**
             * @description When a node pulls it
             * @enum {string}
             */
            pullPolicy?: "IfNotPresent" | "Always" | "Never";
            /** @description Run what the tag is now, by its digest, until the tag is changed or `hubfleet hub pin` looks again: all nodes and later starts run the same */
            pin?: boolean;
            /** @description What the tag must be. With pin Hubfleet sets it */
            digest?: string;
        };
        /** @description The image of users' servers */
        HubImagePatch: {
            /** @description Registry and repository, without tag */
            name?: string | null;
            tag?: string | null;
            /**
             * @description When a node pulls it
             * @enum {string|null}
             */
            pullPolicy?: "IfNotPresent" | "Always" | "Never" | null;
            /** @description Run what the tag is now, by its digest, until the tag is changed or `hubfleet hub pin` looks again: all nodes and later starts run the same */
            pin?: boolean | null;
            /** @description What the tag must be. With pin Hubfleet sets it */
            digest?: string | null;
        } | null;
        HubImages: {
            items: components["schemas"]["HubImageFound"][];
        };
        HubKubeconfig: {
            /** @description The content of a kubeconfig file, with the token in it */
            kubeconfig: string;
            namespace: string;
            /**
             * @example view
             * @example operate
             */
            role: string;
            /** Format: date-time */
            expiresAt: string;
        };
        HubKubeconfigInput: {
            /**
             * @description view reads everything but Secrets; operate also deletes pods and forwards ports
             * @default view
             * @enum {string}
             */
            role?: "view" | "operate";
            /**
             * @description How long it works
             * @default 60
             */
            minutes?: number;
        };
        /**
         * @description How people log in. `access` says who may.
         * @default {
         *       "type": "dummy"
         *     }
         */
        HubLogin: components["schemas"]["LoginDummy"] | components["schemas"]["LoginSharedPassword"] | components["schemas"]["LoginGitHub"] | components["schemas"]["LoginGoogle"] | components["schemas"]["LoginGitLab"] | components["schemas"]["LoginCILogon"] | components["schemas"]["LoginAzureAd"] | components["schemas"]["LoginGlobus"] | components["schemas"]["LoginAuth0"] | components["schemas"]["LoginOidc"] | components["schemas"]["LoginOpenShift"] | components["schemas"]["LoginLti13"] | components["schemas"]["LoginLdap"] | components["schemas"]["LoginNative"] | components["schemas"]["LoginFirstUse"] | components["schemas"]["LoginTmp"] | components["schemas"]["LoginHmac"];
        /**
         * @description How people log in. `access` says who may.
         * @default {
         *       "type": "dummy"
         *     }
         */
        HubLoginInput: components["schemas"]["LoginDummyInput"] | components["schemas"]["LoginSharedPasswordInput"] | components["schemas"]["LoginGitHubInput"] | components["schemas"]["LoginGoogleInput"] | components["schemas"]["LoginGitLabInput"] | components["schemas"]["LoginCILogonInput"] | components["schemas"]["LoginAzureAdInput"] | components["schemas"]["LoginGlobusInput"] | components["schemas"]["LoginAuth0Input"] | components["schemas"]["LoginOidcInput"] | components["schemas"]["LoginOpenShiftInput"] | components["schemas"]["LoginLti13"] | components["schemas"]["LoginLdapInput"] | components["schemas"]["LoginNative"] | components["schemas"]["LoginFirstUse"] | components["schemas"]["LoginTmp"] | components["schemas"]["LoginHmacInput"];
        /** @description How people log in. `access` says who may. */
        HubLoginPatch: (Record<string, never> | null) & (components["schemas"]["LoginDummyPatch"] | components["schemas"]["LoginSharedPasswordPatch"] | components["schemas"]["LoginGitHubPatch"] | components["schemas"]["LoginGooglePatch"] | components["schemas"]["LoginGitLabPatch"] | components["schemas"]["LoginCILogonPatch"] | components["schemas"]["LoginAzureAdPatch"] | components["schemas"]["LoginGlobusPatch"] | components["schemas"]["LoginAuth0Patch"] | components["schemas"]["LoginOidcPatch"] | components["schemas"]["LoginOpenShiftPatch"] | components["schemas"]["LoginLti13Patch"] | components["schemas"]["LoginLdapPatch"] | components["schemas"]["LoginNativePatch"] | components["schemas"]["LoginFirstUsePatch"] | components["schemas"]["LoginTmpPatch"] | components["schemas"]["LoginHmacPatch"]);
        HubLogs: {
            items: components["schemas"]["ContainerLog"][];
        };
        /**
         * @description Memory of each server
         * @default {}
         */
        HubMemory: {
            /**
             * @description What each server has for sure, as 512M or 1.5G (units of 1024: K, M, G, T)
             * @default 1G
             */
            guarantee: string;
            /** @description Where a server is stopped, as 512M or 1.5G (units of 1024: K, M, G, T) */
            limit?: string;
        };
        /** @description Memory of each server */
        HubMemoryInput: {
            /**
             * @description What each server has for sure, as 512M or 1.5G (units of 1024: K, M, G, T)
             * @default 1G
             */
            guarantee?: string;
            /** @description Where a server is stopped, as 512M or 1.5G (units of 1024: K, M, G, T) */
            limit?: string;
        };
        /** @description Memory of each server */
        HubMemoryPatch: {
            /** @description What each server has for sure, as 512M or 1.5G (units of 1024: K, M, G, T) */
            guarantee?: string | null;
            /** @description Where a server is stopped, as 512M or 1.5G (units of 1024: K, M, G, T) */
            limit?: string | null;
        } | null;
        /** @description Lower-case letters, digits and hyphens, at most 63, a letter or digit at both ends */
        HubName: string;
        /** @description A claim on nodes of a pool of a managed cluster */
        HubNodes: {
            pool: string;
            count: number;
        };
        /** @description A claim on nodes of a pool of a managed cluster */
        HubNodesPatch: {
            pool?: string | null;
            count?: number | null;
        } | null;
        HubPage: {
            items: components["schemas"]["Hub"][];
            nextCursor: string | null;
        };
        HubPlan: {
            spec?: components["schemas"]["HubSpecPatch"];
            /** @description Another version or other parameters of the template, or another template; null takes it away */
            template?: components["schemas"]["HubTemplateChange"] | null;
            /** @description The set of files that says this: `spec` and `template` are then all that the files say, and what they said before and say no more goes back to the layers below */
            managedBy?: string;
            /** @description The config.yaml of the chart, as text, of any version since 0.3.1; several as with helm: a later one wins. They are translated, and `config` of a plan tells what became of each line. Fields of `spec` win over them */
            config?: string[];
            /** @description Names of the confirmations that a plan asked for */
            confirm?: string[];
        };
        HubPrepull: {
            /** @description Default: all that servers of the hub can start with */
            images?: string[];
        };
        HubRebase: {
            /** @description Only these; default: all of them */
            layers?: ("platform" | "cluster" | "template")[];
            /** @description Names of the confirmations that a plan asked for */
            confirm?: string[];
        };
        HubReplay: {
            hub: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            timeZone: string;
            currency: string;
            /** @description What is another way, in words; nothing where only the model is tried */
            changes: string[];
            measured: components["schemas"]["ReplayMeasured"];
            asItWas: components["schemas"]["ReplaySide"];
            /** @description Null where nothing is changed */
            changed: components["schemas"]["ReplaySide"] | null;
            modelError: components["schemas"]["ReplayModelError"];
            /** @description What the change does: both sides replayed, so a saving is negative */
            difference: components["schemas"]["ReplayDifference"] | null;
            words: string[];
            /** @description What is not known, and what was taken for it */
            notes: string[];
            /** @description What has no known price */
            incomplete: string[];
        };
        /** @description With route: how it is encrypted */
        HubRoute: {
            /**
             * @description Where encryption ends. Default: edge with https.type offload, where the router has the certificate; else passthrough, where the hub has it. With reencrypt both have one
             * @example edge
             * @example reencrypt
             * @example passthrough
             */
            termination?: string;
            /** @description With reencrypt: the authority of the certificate that the hub has, in PEM. Default: with https.type manual that certificate itself, with secret the service authority of the cluster */
            destinationCertificate?: string;
        };
        /** @description With route: how it is encrypted */
        HubRouteInput: {
            /**
             * @description Where encryption ends. Default: edge with https.type offload, where the router has the certificate; else passthrough, where the hub has it. With reencrypt both have one
             * @enum {string}
             */
            termination?: "edge" | "reencrypt" | "passthrough";
            /** @description With reencrypt: the authority of the certificate that the hub has, in PEM. Default: with https.type manual that certificate itself, with secret the service authority of the cluster */
            destinationCertificate?: string;
        };
        /** @description With route: how it is encrypted */
        HubRoutePatch: {
            /**
             * @description Where encryption ends. Default: edge with https.type offload, where the router has the certificate; else passthrough, where the hub has it. With reencrypt both have one
             * @enum {string|null}
             */
            termination?: "edge" | "reencrypt" | "passthrough" | null;
            /** @description With reencrypt: the authority of the certificate that the hub has, in PEM. Default: with https.type manual that certificate itself, with secret the service authority of the cluster */
            destinationCertificate?: string | null;
        } | null;
        HubScale: {
            /** @description Seats kept free and warm */
            seats?: number;
            /** @description Servers that may run at once; null is no limit. A change restarts the hub */
            maxServers?: number | null;
            /** @description A claim on nodes of a managed pool; null gives it back */
            nodes?: {
                pool: string;
                count: number;
            } | null;
            /** @description Names of the confirmations that a plan asked for */
            confirm?: string[];
        };
        /**
         * @description Where and how servers start
         * @default {}
         */
        HubScheduling: {
            userPods: components["schemas"]["HubUserPods"];
            corePods: components["schemas"]["HubCorePods"];
            /**
             * @description Labels that a node must have, all of them. In a profile: beside those of the hub
             * @default {}
             */
            nodeSelector: {
                [key: string]: string;
            };
            /**
             * @description Taints that do not keep servers away, beside hub.jupyter.org/dedicated=user. In a profile: beside those of the hub
             * @default []
             */
            tolerations: components["schemas"]["Toleration"][];
            /**
             * @description Pack servers on the fullest nodes, so that others empty and can go; else the scheduler of the cluster spreads them
             * @default true
             */
            userScheduler: boolean;
            /**
             * @description Servers that start at the same time; who comes beyond is asked to try again. Raise it before a class
             * @default 64
             */
            concurrentSpawnLimit: number;
            /**
             * @description A server that is not there after so long has failed, in seconds. A large image on a new node takes its time
             * @default 300
             */
            startTimeoutSeconds: number;
        };
        /** @description Where and how servers start */
        HubSchedulingInput: {
            userPods?: components["schemas"]["HubUserPodsInput"];
            corePods?: components["schemas"]["HubCorePodsInput"];
            /**
             * @description Labels that a node must have, all of them. In a profile: beside those of the hub
             * @default {}
             */
            nodeSelector?: {
                [key: string]: string;
            };
            /**
             * @description Taints that do not keep servers away, beside hub.jupyter.org/dedicated=user. In a profile: beside those of the hub
             * @default []
             */
            tolerations?: components["schemas"]["TolerationInput"][];
            /**
             * @description Pack servers on the fullest nodes, so that others empty and can go; else the scheduler of the cluster spreads them
             * @default true
             */
            userScheduler?: boolean;
            /**
             * @description Servers that start at the same time; who comes beyond is asked to try again. Raise it before a class
             * @default 64
             */
            concurrentSpawnLimit?: number;
            /**
             * @description A server that is not there after so long has failed, in seconds. A large image on a new node takes its time
             * @default 300
             */
            startTimeoutSeconds?: number;
        };
        /** @description Where and how servers start */
        HubSchedulingPatch: {
            userPods?: components["schemas"]["HubUserPodsPatch"];
            corePods?: components["schemas"]["HubCorePodsPatch"];
            /** @description Labels that a node must have, all of them. In a profile: beside those of the hub */
            nodeSelector?: {
                [key: string]: string | null;
            } | null;
            /** @description Taints that do not keep servers away, beside hub.jupyter.org/dedicated=user. In a profile: beside those of the hub */
            tolerations?: components["schemas"]["TolerationInput"][] | null;
            /** @description Pack servers on the fullest nodes, so that others empty and can go; else the scheduler of the cluster spreads them */
            userScheduler?: boolean | null;
            /** @description Servers that start at the same time; who comes beyond is asked to try again. Raise it before a class */
            concurrentSpawnLimit?: number | null;
            /** @description A server that is not there after so long has failed, in seconds. A large image on a new node takes its time */
            startTimeoutSeconds?: number | null;
        } | null;
        /**
         * @description How people and their servers are kept from what is not theirs
         * @default {}
         */
        HubSecurity: {
            /**
             * @description What keeps users' servers from the credentials of their node, which clouds serve at 169.254.169.254: a NetworkPolicy, which only some clusters enforce, or a privileged init container in each server that blocks it with iptables. Default: networkPolicy where the cluster is known to enforce it as the hub is made, else iptables
             * @default iptables
             * @example networkPolicy
             * @example iptables
             */
            cloudMetadata: string;
        };
        /** @description How people and their servers are kept from what is not theirs */
        HubSecurityInput: {
            /**
             * @description What keeps users' servers from the credentials of their node, which clouds serve at 169.254.169.254: a NetworkPolicy, which only some clusters enforce, or a privileged init container in each server that blocks it with iptables. Default: networkPolicy where the cluster is known to enforce it as the hub is made, else iptables
             * @default iptables
             * @enum {string}
             */
            cloudMetadata?: "networkPolicy" | "iptables";
        };
        /** @description How people and their servers are kept from what is not theirs */
        HubSecurityPatch: {
            /**
             * @description What keeps users' servers from the credentials of their node, which clouds serve at 169.254.169.254: a NetworkPolicy, which only some clusters enforce, or a privileged init container in each server that blocks it with iptables. Default: networkPolicy where the cluster is known to enforce it as the hub is made, else iptables
             * @enum {string|null}
             */
            cloudMetadata?: "networkPolicy" | "iptables" | null;
        } | null;
        /** @description `podSecurity` is the level of the Pod Security Standards that the namespace is to enforce */
        HubSecurityReport: {
            hub: string;
            /**
             * @example ok
             * @example deviation
             * @example unknown
             */
            state: string;
            /**
             * @example restricted
             * @example baseline
             * @example privileged
             */
            podSecurity: string;
            items: components["schemas"]["SecurityItem"][];
            observedAt: string | null;
        };
        /** @description What a hub should be */
        HubSpec: {
            chart: components["schemas"]["HubChart"];
            image?: components["schemas"]["HubImage"];
            imagePullSecret?: components["schemas"]["ImagePullSecret"];
            build?: components["schemas"]["HubBuild"];
            memory: components["schemas"]["HubMemory"];
            cpu: components["schemas"]["HubCpu"];
            /** @description Whole GPUs of each server (nvidia.com/gpu). Nodes that are tainted with that name are tolerated */
            gpu?: number;
            extraResource: components["schemas"]["HubExtraResource"];
            /**
             * @description Kinds of servers that people choose from; without any, all servers are as the hub says. Replaced whole by a change
             * @default []
             */
            profiles: components["schemas"]["Profile"][];
            scheduling: components["schemas"]["HubScheduling"];
            storage: components["schemas"]["HubStorage"];
            database: components["schemas"]["HubDatabase"];
            login: components["schemas"]["HubLogin"];
            access: components["schemas"]["HubAccess"];
            culling: components["schemas"]["HubCulling"];
            capacity: components["schemas"]["HubCapacity"];
            home: components["schemas"]["HubHome"];
            exposure: components["schemas"]["HubExposure"];
            security: components["schemas"]["HubSecurity"];
            /**
             * @description Raw values of the chart, over the typed fields; null removes what the chart has by default. Replaced whole by a change
             * @default {}
             */
            values: {
                [key: string]: unknown;
            };
            /**
             * @description Set by the verbs start and stop, not by a change of the spec
             * @default running
             * @example running
             * @example stopped
             */
            power: string;
        };
        /** @description What a hub should be; what is left out has the default of the chart */
        HubSpecInput: {
            chart?: components["schemas"]["HubChartInput"];
            image?: components["schemas"]["HubImageInput"];
            imagePullSecret?: components["schemas"]["ImagePullSecretInput"];
            build?: components["schemas"]["HubBuildInput"];
            memory?: components["schemas"]["HubMemoryInput"];
            cpu?: components["schemas"]["HubCpuInput"];
            /** @description Whole GPUs of each server (nvidia.com/gpu). Nodes that are tainted with that name are tolerated */
            gpu?: number;
            extraResource?: components["schemas"]["HubExtraResourceInput"];
            /**
             * @description Kinds of servers that people choose from; without any, all servers are as the hub says. Replaced whole by a change
             * @default []
             */
            profiles?: components["schemas"]["ProfileInput"][];
            scheduling?: components["schemas"]["HubSchedulingInput"];
            storage?: components["schemas"]["HubStorageInput"];
            database?: components["schemas"]["HubDatabaseInput"];
            login?: components["schemas"]["HubLoginInput"];
            access?: components["schemas"]["HubAccessInput"];
            culling?: components["schemas"]["HubCullingInput"];
            capacity?: components["schemas"]["HubCapacityInput"];
            home?: components["schemas"]["HubHomeInput"];
            exposure?: components["schemas"]["HubExposureInput"];
            security?: components["schemas"]["HubSecurityInput"];
            /**
             * @description Raw values of the chart, over the typed fields; null removes what the chart has by default. Replaced whole by a change
             * @default {}
             */
            values?: {
                [key: string]: unknown;
            };
        };
        /** @description What a hub should be; what is left out has the default of the chart */
        HubSpecPatch: {
            chart?: components["schemas"]["HubChartPatch"];
            image?: components["schemas"]["HubImagePatch"];
            imagePullSecret?: components["schemas"]["ImagePullSecretPatch"];
            build?: components["schemas"]["HubBuildPatch"];
            memory?: components["schemas"]["HubMemoryPatch"];
            cpu?: components["schemas"]["HubCpuPatch"];
            /** @description Whole GPUs of each server (nvidia.com/gpu). Nodes that are tainted with that name are tolerated */
            gpu?: number | null;
            extraResource?: components["schemas"]["HubExtraResourcePatch"];
            /** @description Kinds of servers that people choose from; without any, all servers are as the hub says. Replaced whole by a change */
            profiles?: components["schemas"]["ProfileInput"][] | null;
            scheduling?: components["schemas"]["HubSchedulingPatch"];
            storage?: components["schemas"]["HubStoragePatch"];
            database?: components["schemas"]["HubDatabasePatch"];
            login?: components["schemas"]["HubLoginPatch"];
            access?: components["schemas"]["HubAccessPatch"];
            culling?: components["schemas"]["HubCullingPatch"];
            capacity?: components["schemas"]["HubCapacityPatch"];
            home?: components["schemas"]["HubHomePatch"];
            exposure?: components["schemas"]["HubExposurePatch"];
            security?: components["schemas"]["HubSecurityPatch"];
            /** @description Raw values of the chart, over the typed fields; null removes what the chart has by default. Replaced whole by a change */
            values?: {
                [key: string]: unknown;
            } | null;
        };
        /** @description With type static: the volume that all share, by a claim or on an NFS server */
        HubStaticStorage: {
            /** @description A PersistentVolumeClaim that is in the hub's namespace */
            claim?: string;
            nfs?: components["schemas"]["NfsFolder"];
            /** @description A folder for each user, such as home/{username}. Default: {username} */
            subPath?: string;
        };
        /** @description With type static: the volume that all share, by a claim or on an NFS server */
        HubStaticStoragePatch: {
            /** @description A PersistentVolumeClaim that is in the hub's namespace */
            claim?: string | null;
            nfs?: components["schemas"]["NfsFolderPatch"];
            /** @description A folder for each user, such as home/{username}. Default: {username} */
            subPath?: string | null;
        } | null;
        HubStatus: {
            namespace?: string;
            address?: string | null;
            url?: string | null;
            dnsRecord?: components["schemas"]["DnsRecord"] | null;
            jupyterhubVersion?: string;
            seats?: components["schemas"]["Seats"] | null;
            /** @description The level of the Pod Security Standards that its namespace enforced when it was last looked at; null for none */
            podSecurity?: string | null;
            /** @description Servers that ran when it was last looked at */
            servers?: number;
            /** Format: date-time */
            readyAt?: string;
            /**
             * Format: date-time
             * @description When it was last looked at, by the clock of its cluster
             */
            observedAt?: string;
        };
        /**
         * @description People's homes, and what they share
         * @default {}
         */
        HubStorage: {
            /**
             * @description A disk for each user, one shared volume for all, or nothing kept
             * @default dynamic
             * @example dynamic
             * @example static
             * @example none
             */
            type: string;
            /**
             * @description With dynamic: size of each home, as a Kubernetes quantity such as 10Gi. Homes that exist grow to it where their StorageClass can; none ever shrinks
             * @default 10Gi
             */
            capacity: string;
            /** @description With dynamic: the class of homes that are made. Default: the cluster's default class */
            storageClass?: string;
            /** @description Where the home is in each server. Default: /home/jovyan */
            homeMountPath?: string;
            static?: components["schemas"]["HubStaticStorage"];
            /**
             * @description Folders that everybody may read
             * @default []
             */
            shared: components["schemas"]["SharedFolder"][];
        };
        /** @description People's homes, and what they share */
        HubStorageInput: {
            /**
             * @description A disk for each user, one shared volume for all, or nothing kept
             * @default dynamic
             * @enum {string}
             */
            type?: "dynamic" | "static" | "none";
            /**
             * @description With dynamic: size of each home, as a Kubernetes quantity such as 10Gi. Homes that exist grow to it where their StorageClass can; none ever shrinks
             * @default 10Gi
             */
            capacity?: string;
            /** @description With dynamic: the class of homes that are made. Default: the cluster's default class */
            storageClass?: string;
            /** @description Where the home is in each server. Default: /home/jovyan */
            homeMountPath?: string;
            static?: components["schemas"]["HubStaticStorage"];
            /**
             * @description Folders that everybody may read
             * @default []
             */
            shared?: components["schemas"]["SharedFolder"][];
        };
        /** @description People's homes, and what they share */
        HubStoragePatch: {
            /**
             * @description A disk for each user, one shared volume for all, or nothing kept
             * @enum {string|null}
             */
            type?: "dynamic" | "static" | "none" | null;
            /** @description With dynamic: size of each home, as a Kubernetes quantity such as 10Gi. Homes that exist grow to it where their StorageClass can; none ever shrinks */
            capacity?: string | null;
            /** @description With dynamic: the class of homes that are made. Default: the cluster's default class */
            storageClass?: string | null;
            /** @description Where the home is in each server. Default: /home/jovyan */
            homeMountPath?: string | null;
            static?: components["schemas"]["HubStaticStoragePatch"];
            /** @description Folders that everybody may read */
            shared?: components["schemas"]["SharedFolder"][] | null;
        } | null;
        /** @description The version of a template that the hub stands on, and what it chose */
        HubTemplate: {
            /** @example template_01k9… */
            id: string;
            name: string;
            version: number;
            parameters: {
                [key: string]: unknown;
            };
        };
        /** @description Another version or other parameters of the hub's template, or another template */
        HubTemplateChange: {
            /** @description Id or name of the template; of two with one name the tenant's own */
            name?: string;
            /** @description Default: the newest, and in a change the one that the hub has */
            version?: number;
            draft?: components["schemas"]["TemplateDraft"];
            /** @description Values that change; null gives one back to the template's default */
            parameters?: {
                [key: string]: unknown;
            };
        };
        /** @description The template that the hub is made from */
        HubTemplateInput: {
            /** @description Id or name of the template; of two with one name the tenant's own */
            name: string;
            /** @description Default: the newest, and in a change the one that the hub has */
            version?: number;
            draft?: components["schemas"]["TemplateDraft"];
            /** @description A value for each parameter; those that are left out have the template's default */
            parameters?: {
                [key: string]: unknown;
            };
        };
        HubUpdate: {
            spec?: components["schemas"]["HubSpecPatch"];
            /** @description Another version or other parameters of the template, or another template; null takes it away */
            template?: components["schemas"]["HubTemplateChange"] | null;
            /** @description The set of files that says this: `spec` and `template` are then all that the files say, and what they said before and say no more goes back to the layers below */
            managedBy?: string;
            /** @description The config.yaml of the chart, as text, of any version since 0.3.1; several as with helm: a later one wins. They are translated, and `config` of a plan tells what became of each line. Fields of `spec` win over them */
            config?: string[];
            /** @description Names of the confirmations that a plan asked for */
            confirm?: string[];
        };
        /**
         * @description Where servers run
         * @default {}
         */
        HubUserPods: {
            /**
             * @description Whether people's servers and the seats kept for them look for nodes labelled hub.jupyter.org/node-purpose=user; require also keeps them away from all others
             * @default prefer
             * @example ignore
             * @example prefer
             * @example require
             */
            matchNodePurpose: string;
        };
        /**
         * @description Where servers run
         * @default {}
         */
        HubUserPodsInput: {
            /**
             * @description Whether people's servers and the seats kept for them look for nodes labelled hub.jupyter.org/node-purpose=user; require also keeps them away from all others
             * @default prefer
             * @enum {string}
             */
            matchNodePurpose: "ignore" | "prefer" | "require";
        };
        /** @description Where servers run */
        HubUserPodsPatch: {
            /**
             * @description Whether people's servers and the seats kept for them look for nodes labelled hub.jupyter.org/node-purpose=user; require also keeps them away from all others
             * @enum {string|null}
             */
            matchNodePurpose?: "ignore" | "prefer" | "require" | null;
        } | null;
        /** @description A value and who decided it: `chart` for its default, `hubfleet` for ours, then the layers in their order, `raw` for the hub's raw values, `enforced` for what nothing wins over */
        HubValue: {
            /** @description JSON pointer */
            path: string;
            value?: unknown;
            /**
             * @example chart
             * @example hubfleet
             * @example platform
             * @example cluster
             * @example template
             * @example hub
             * @example raw
             * @example enforced
             */
            origin: string;
        };
        HubValues: {
            spec: components["schemas"]["HubValue"][];
            values: components["schemas"]["HubValue"][];
        };
        HubVariance: {
            hub: string;
            timeZone: string;
            currency: string;
            /** @description In the order of time */
            items: components["schemas"]["VarianceMonth"][];
        };
        IdentityProvider: {
            /** @description The entity id that CILogon lists for the institution */
            entityId: string;
            /** @description The claim that names the user, such as email, eppn or sub */
            usernameClaim: string;
            /** @description `ada@example.org` is named `ada` when this is example.org */
            stripDomain?: string;
            /** @description Everybody of this institution may use the hub. Default: false. */
            allowAll?: boolean;
        };
        /** @description The JupyterHub in it, and what tells so */
        ImageJupyterhub: {
            version: string;
            by: string;
        };
        /** @description What a private registry is shown by the nodes, and by Hubfleet when it looks images up */
        ImagePullSecret: {
            /** @description Host of the registry, as quay.io; docker.io for Docker Hub */
            registry: string;
            username: string;
        };
        /** @description What a private registry is shown by the nodes, and by Hubfleet when it looks images up */
        ImagePullSecretInput: {
            /** @description Host of the registry, as quay.io; docker.io for Docker Hub */
            registry: string;
            username: string;
            /** @description A token that may only pull is best */
            password?: string;
        };
        /** @description What a private registry is shown by the nodes, and by Hubfleet when it looks images up */
        ImagePullSecretPatch: {
            /** @description Host of the registry, as quay.io; docker.io for Docker Hub */
            registry?: string | null;
            username?: string | null;
            /** @description A token that may only pull is best */
            password?: string | null;
        } | null;
        KeptPrice: {
            /** @example Standard_E4as_v5 in eastus */
            figure: string;
            /** @description USD */
            was: number | null;
            /** @description USD; null where the source told none */
            found: number | null;
            why: string;
        };
        /**
         * @description Stopping idle kernels inside people's servers
         * @default {}
         */
        KernelCulling: {
            /**
             * @description A kernel that is idle for this long is stopped; 0 for never, in seconds
             * @default 0
             */
            timeoutSeconds: number;
            /**
             * @description How often kernels are looked at, in seconds
             * @default 300
             */
            intervalSeconds: number;
            /**
             * @description Also kernels of notebooks that are open in a browser
             * @default false
             */
            connected: boolean;
            /**
             * @description Also kernels that compute: what they compute is lost
             * @default false
             */
            busy: boolean;
        };
        /** @description Stopping idle kernels inside people's servers */
        KernelCullingInput: {
            /**
             * @description A kernel that is idle for this long is stopped; 0 for never, in seconds
             * @default 0
             */
            timeoutSeconds?: number;
            /**
             * @description How often kernels are looked at, in seconds
             * @default 300
             */
            intervalSeconds?: number;
            /**
             * @description Also kernels of notebooks that are open in a browser
             * @default false
             */
            connected?: boolean;
            /**
             * @description Also kernels that compute: what they compute is lost
             * @default false
             */
            busy?: boolean;
        };
        /** @description Stopping idle kernels inside people's servers */
        KernelCullingPatch: {
            /** @description A kernel that is idle for this long is stopped; 0 for never, in seconds */
            timeoutSeconds?: number | null;
            /** @description How often kernels are looked at, in seconds */
            intervalSeconds?: number | null;
            /** @description Also kernels of notebooks that are open in a browser */
            connected?: boolean | null;
            /** @description Also kernels that compute: what they compute is lost */
            busy?: boolean | null;
        } | null;
        Key: {
            /** @example key_01k9… */
            id: string;
            name: string;
            /**
             * @example reader
             * @example operator
             * @example admin
             */
            role: string;
            /** @description The first characters of the key, to recognize it by */
            prefix: string;
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
        };
        KeyCreate: {
            name: string;
            /**
             * @description reader looks, operator runs hubs, admin also makes and deletes them. In the tenant `platform`: over all tenants
             * @enum {string}
             */
            role: "reader" | "operator" | "admin";
            /** Format: date-time */
            expiresAt?: string;
        };
        KeyPage: {
            items: components["schemas"]["Key"][];
            nextCursor: string | null;
        };
        /** @description What to enter at the provider of the login before people can log in */
        LoginAddresses: {
            /**
             * @description Who has to be told
             * @example GitHub
             */
            provider: string;
            /** @description Where it sends people back to: the callback, redirect or reply address. Null while the hub has no host */
            callbackUrl: string | null;
            /** @description With LTI 1.3: where a launch begins */
            initiationUrl?: string;
            /** @description With LTI 1.3: the configuration that a platform can read, once the hub runs */
            configUrl?: string;
        };
        /** @description Login with Auth0. */
        LoginAuth0: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "auth0";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** @description The domain of your Auth0 tenant, such as example.eu.auth0.com. */
            domain: string;
        };
        /** @description Login with Auth0. */
        LoginAuth0Input: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "auth0";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** @description The domain of your Auth0 tenant, such as example.eu.auth0.com. */
            domain: string;
        };
        /** @description Login with Auth0. */
        LoginAuth0Patch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "auth0";
            /** @description The id of the OAuth application at the provider. */
            clientId?: string | null;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string | null;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string | null;
            /** @description The domain of your Auth0 tenant, such as example.eu.auth0.com. */
            domain?: string | null;
        };
        /** @description Login with Microsoft Entra ID (Azure AD). */
        LoginAzureAd: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "azuread";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** @description The id of the directory (tenant). */
            tenantId: string;
            /** @description The claim that names the user, such as upn or oid. Default: that of the authenticator, the name that is shown, which two people can share. */
            usernameClaim?: string;
        };
        /** @description Login with Microsoft Entra ID (Azure AD). */
        LoginAzureAdInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "azuread";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** @description The id of the directory (tenant). */
            tenantId: string;
            /** @description The claim that names the user, such as upn or oid. Default: that of the authenticator, the name that is shown, which two people can share. */
            usernameClaim?: string;
        };
        /** @description Login with Microsoft Entra ID (Azure AD). */
        LoginAzureAdPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "azuread";
            /** @description The id of the OAuth application at the provider. */
            clientId?: string | null;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string | null;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string | null;
            /** @description The id of the directory (tenant). */
            tenantId?: string | null;
            /** @description The claim that names the user, such as upn or oid. Default: that of the authenticator, the name that is shown, which two people can share. */
            usernameClaim?: string | null;
        };
        /** @description Login with CILogon, by universities and laboratories. */
        LoginCILogon: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "cilogon";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** @description The institutions that people may come from. */
            identityProviders: components["schemas"]["IdentityProvider"][];
        };
        /** @description Login with CILogon, by universities and laboratories. */
        LoginCILogonInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "cilogon";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** @description The institutions that people may come from. */
            identityProviders: components["schemas"]["IdentityProvider"][];
        };
        /** @description Login with CILogon, by universities and laboratories. */
        LoginCILogonPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "cilogon";
            /** @description The id of the OAuth application at the provider. */
            clientId?: string | null;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string | null;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string | null;
            /** @description The institutions that people may come from. */
            identityProviders?: components["schemas"]["IdentityProvider"][] | null;
        };
        /** @description Any name may log in. For trying things only. */
        LoginDummy: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "dummy";
        };
        /** @description Any name may log in. For trying things only. */
        LoginDummyInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "dummy";
            /** @description The one password for everybody. Without it any password is accepted. For trying things only. Never returned; leave it out of a change to keep it. */
            password?: string;
        };
        /** @description Any name may log in. For trying things only. */
        LoginDummyPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "dummy";
            /** @description The one password for everybody. Without it any password is accepted. For trying things only. Never returned; leave it out of a change to keep it. */
            password?: string | null;
        };
        /** @description The first password that somebody types for a name is the password of that name. */
        LoginFirstUse: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "firstuse";
            /** @description Names that the hub does not know yet may come. Default: true. */
            createUsers?: boolean;
            /** @description Characters that a password needs. Default: 7. */
            minimumPasswordLength?: number;
        };
        /** @description The first password that somebody types for a name is the password of that name. */
        LoginFirstUsePatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "firstuse";
            /** @description Names that the hub does not know yet may come. Default: true. */
            createUsers?: boolean | null;
            /** @description Characters that a password needs. Default: 7. */
            minimumPasswordLength?: number | null;
        };
        /** @description Login with GitHub. */
        LoginGitHub: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "github";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** @description Members may log in: an organization, or `organization:team`. An owner of each has to grant the OAuth application access to it, or all its members are refused. */
            organizations?: string[];
            /**
             * Format: uri
             * @description A GitHub Enterprise Server of your own. Default: https://github.com.
             */
            url?: string;
        };
        /** @description Login with GitHub. */
        LoginGitHubInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "github";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** @description Members may log in: an organization, or `organization:team`. An owner of each has to grant the OAuth application access to it, or all its members are refused. */
            organizations?: string[];
            /**
             * Format: uri
             * @description A GitHub Enterprise Server of your own. Default: https://github.com.
             */
            url?: string;
        };
        /** @description Login with GitHub. */
        LoginGitHubPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "github";
            /** @description The id of the OAuth application at the provider. */
            clientId?: string | null;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string | null;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string | null;
            /** @description Members may log in: an organization, or `organization:team`. An owner of each has to grant the OAuth application access to it, or all its members are refused. */
            organizations?: string[] | null;
            /**
             * Format: uri
             * @description A GitHub Enterprise Server of your own. Default: https://github.com.
             */
            url?: string | null;
        };
        /** @description Login with GitLab. */
        LoginGitLab: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gitlab";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /**
             * Format: uri
             * @description A GitLab of your own. Default: https://gitlab.com.
             */
            url?: string;
            /** @description Members of these groups may log in. */
            groups?: string[];
            /** @description Members of these projects, by id, may log in as developers or above. */
            projects?: number[];
        };
        /** @description Login with GitLab. */
        LoginGitLabInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gitlab";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /**
             * Format: uri
             * @description A GitLab of your own. Default: https://gitlab.com.
             */
            url?: string;
            /** @description Members of these groups may log in. */
            groups?: string[];
            /** @description Members of these projects, by id, may log in as developers or above. */
            projects?: number[];
        };
        /** @description Login with GitLab. */
        LoginGitLabPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "gitlab";
            /** @description The id of the OAuth application at the provider. */
            clientId?: string | null;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string | null;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string | null;
            /**
             * Format: uri
             * @description A GitLab of your own. Default: https://gitlab.com.
             */
            url?: string | null;
            /** @description Members of these groups may log in. */
            groups?: string[] | null;
            /** @description Members of these projects, by id, may log in as developers or above. */
            projects?: number[] | null;
        };
        /** @description Login with Globus. */
        LoginGlobus: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "globus";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** @description Only identities of this domain may log in, if `access` lets them. */
            identityProvider?: string;
            /** @description Members of these groups, by id, may log in. */
            groups?: string[];
        };
        /** @description Login with Globus. */
        LoginGlobusInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "globus";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** @description Only identities of this domain may log in, if `access` lets them. */
            identityProvider?: string;
            /** @description Members of these groups, by id, may log in. */
            groups?: string[];
        };
        /** @description Login with Globus. */
        LoginGlobusPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "globus";
            /** @description The id of the OAuth application at the provider. */
            clientId?: string | null;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string | null;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string | null;
            /** @description Only identities of this domain may log in, if `access` lets them. */
            identityProvider?: string | null;
            /** @description Members of these groups, by id, may log in. */
            groups?: string[] | null;
        };
        /** @description Login with Google. */
        LoginGoogle: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "google";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** @description Only accounts of these domains may log in, if `access` lets them. */
            hostedDomains: string[];
            /** @description Whether `ada@example.org` is named `ada`. Default: true with one domain, else false. It is kept when domains are added, since a renamed user gets an empty home. */
            stripDomain?: boolean;
            /** @description With several domains: people of these are named without their domain, those of the others with it. So nobody of a first domain is renamed when a second one comes. */
            strippedDomains?: string[];
        };
        /** @description Login with Google. */
        LoginGoogleInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "google";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** @description Only accounts of these domains may log in, if `access` lets them. */
            hostedDomains: string[];
            /** @description Whether `ada@example.org` is named `ada`. Default: true with one domain, else false. It is kept when domains are added, since a renamed user gets an empty home. */
            stripDomain?: boolean;
            /** @description With several domains: people of these are named without their domain, those of the others with it. So nobody of a first domain is renamed when a second one comes. */
            strippedDomains?: string[];
        };
        /** @description Login with Google. */
        LoginGooglePatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "google";
            /** @description The id of the OAuth application at the provider. */
            clientId?: string | null;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string | null;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string | null;
            /** @description Only accounts of these domains may log in, if `access` lets them. */
            hostedDomains?: string[] | null;
            /** @description Whether `ada@example.org` is named `ada`. Default: true with one domain, else false. It is kept when domains are added, since a renamed user gets an empty home. */
            stripDomain?: boolean | null;
            /** @description With several domains: people of these are named without their domain, those of the others with it. So nobody of a first domain is renamed when a second one comes. */
            strippedDomains?: string[] | null;
        };
        /** @description The password of each person is computed from the name by a secret key: for many users made by a program. */
        LoginHmac: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "hmac";
        };
        /** @description The password of each person is computed from the name by a secret key: for many users made by a program. */
        LoginHmacInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "hmac";
            /** @description The key in hex, as `openssl rand -hex 64` makes one. Never returned; leave it out of a change to keep it. */
            secretKey?: string;
        };
        /** @description The password of each person is computed from the name by a secret key: for many users made by a program. */
        LoginHmacPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "hmac";
            /** @description The key in hex, as `openssl rand -hex 64` makes one. Never returned; leave it out of a change to keep it. */
            secretKey?: string | null;
        };
        /** @description Login with the names and passwords of a directory, by LDAP. Name `bindDnTemplates`, or `searchBase` and `userAttribute` to look people up. */
        LoginLdap: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ldap";
            /** @description The directory server. The hub has to reach it: an address inside your network may need a rule of the network policy. */
            host: string;
            /** @description Default: 389, with tls 636. */
            port?: number;
            /**
             * @description How passwords travel: encrypted after startTls (the default), in tls from the beginning, or in the clear
             * @example startTls
             * @example tls
             * @example none
             */
            encryption?: string;
            /** @description Whether the certificate of the server must be trusted and for its host. Default: true. */
            verifyCertificate?: boolean;
            /** @description The certificate in PEM of an authority of your own that the server is trusted by. */
            certificateAuthority?: string;
            /** @description Where people are, as uid={username},ou=people,dc=example,dc=org. */
            bindDnTemplates?: string[];
            /** @description Below this people are looked up. */
            searchBase?: string;
            /** @description The attribute that has the name that people type, such as uid or sAMAccountName. */
            userAttribute?: string;
            /** @description The attribute that names people in the directory; `bindDnTemplates` are filled with it. Default: that of `userAttribute`. */
            dnAttribute?: string;
            /** @description The account that looks people up. Default: nobody, where the directory permits it. */
            searchUser?: string;
            /** @description Only people whom this filter finds may log in, if `access` or `groups` let them; {userattr} and {username} are filled in. */
            searchFilter?: string;
            /** @description Members of these groups may log in: distinguished names. */
            groups?: string[];
            /** @description People are named as the directory has it, not as they type it. Default: false. */
            nameFromDirectory?: boolean;
        };
        /** @description Login with the names and passwords of a directory, by LDAP. Name `bindDnTemplates`, or `searchBase` and `userAttribute` to look people up. */
        LoginLdapInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ldap";
            /** @description The directory server. The hub has to reach it: an address inside your network may need a rule of the network policy. */
            host: string;
            /** @description Default: 389, with tls 636. */
            port?: number;
            /**
             * @description How passwords travel: encrypted after startTls (the default), in tls from the beginning, or in the clear
             * @enum {string}
             */
            encryption?: "startTls" | "tls" | "none";
            /** @description Whether the certificate of the server must be trusted and for its host. Default: true. */
            verifyCertificate?: boolean;
            /** @description The certificate in PEM of an authority of your own that the server is trusted by. */
            certificateAuthority?: string;
            /** @description Where people are, as uid={username},ou=people,dc=example,dc=org. */
            bindDnTemplates?: string[];
            /** @description Below this people are looked up. */
            searchBase?: string;
            /** @description The attribute that has the name that people type, such as uid or sAMAccountName. */
            userAttribute?: string;
            /** @description The attribute that names people in the directory; `bindDnTemplates` are filled with it. Default: that of `userAttribute`. */
            dnAttribute?: string;
            /** @description The account that looks people up. Default: nobody, where the directory permits it. */
            searchUser?: string;
            /** @description The password of that account. Never returned; leave it out of a change to keep it. */
            searchPassword?: string;
            /** @description Only people whom this filter finds may log in, if `access` or `groups` let them; {userattr} and {username} are filled in. */
            searchFilter?: string;
            /** @description Members of these groups may log in: distinguished names. */
            groups?: string[];
            /** @description People are named as the directory has it, not as they type it. Default: false. */
            nameFromDirectory?: boolean;
        };
        /** @description Login with the names and passwords of a directory, by LDAP. Name `bindDnTemplates`, or `searchBase` and `userAttribute` to look people up. */
        LoginLdapPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ldap";
            /** @description The directory server. The hub has to reach it: an address inside your network may need a rule of the network policy. */
            host?: string | null;
            /** @description Default: 389, with tls 636. */
            port?: number | null;
            /**
             * @description How passwords travel: encrypted after startTls (the default), in tls from the beginning, or in the clear
             * @enum {string|null}
             */
            encryption?: "startTls" | "tls" | "none" | null;
            /** @description Whether the certificate of the server must be trusted and for its host. Default: true. */
            verifyCertificate?: boolean | null;
            /** @description The certificate in PEM of an authority of your own that the server is trusted by. */
            certificateAuthority?: string | null;
            /** @description Where people are, as uid={username},ou=people,dc=example,dc=org. */
            bindDnTemplates?: string[] | null;
            /** @description Below this people are looked up. */
            searchBase?: string | null;
            /** @description The attribute that has the name that people type, such as uid or sAMAccountName. */
            userAttribute?: string | null;
            /** @description The attribute that names people in the directory; `bindDnTemplates` are filled with it. Default: that of `userAttribute`. */
            dnAttribute?: string | null;
            /** @description The account that looks people up. Default: nobody, where the directory permits it. */
            searchUser?: string | null;
            /** @description The password of that account. Never returned; leave it out of a change to keep it. */
            searchPassword?: string | null;
            /** @description Only people whom this filter finds may log in, if `access` or `groups` let them; {userattr} and {username} are filled in. */
            searchFilter?: string | null;
            /** @description Members of these groups may log in: distinguished names. */
            groups?: string[] | null;
            /** @description People are named as the directory has it, not as they type it. Default: false. */
            nameFromDirectory?: boolean | null;
        };
        /** @description Login from a course in Moodle, Canvas, Open edX or another platform, by LTI 1.3. There is no secret: the platform signs, and its keys are public. */
        LoginLti13: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "lti13";
            /** @description The ids that the platform gave the hub when it was registered as a tool. */
            clientIds: string[];
            /**
             * Format: uri
             * @description The name of the platform, as it signs: its address, without a path in most.
             */
            issuer: string;
            /**
             * Format: uri
             * @description Where the platform authorizes a launch.
             */
            authorizeUrl: string;
            /**
             * Format: uri
             * @description The keys that the platform signs with.
             */
            jwksUrl: string;
            /** @description The claim that names the user: email (the default), sub, or custom_… for a custom parameter. Without it in a launch, people are named by sub. */
            usernameClaim?: string;
            /** @description How the platform shows the hub. Default: JupyterHub. */
            toolName?: string;
        };
        /** @description Login from a course in Moodle, Canvas, Open edX or another platform, by LTI 1.3. There is no secret: the platform signs, and its keys are public. */
        LoginLti13Patch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "lti13";
            /** @description The ids that the platform gave the hub when it was registered as a tool. */
            clientIds?: string[] | null;
            /**
             * Format: uri
             * @description The name of the platform, as it signs: its address, without a path in most.
             */
            issuer?: string | null;
            /**
             * Format: uri
             * @description Where the platform authorizes a launch.
             */
            authorizeUrl?: string | null;
            /**
             * Format: uri
             * @description The keys that the platform signs with.
             */
            jwksUrl?: string | null;
            /** @description The claim that names the user: email (the default), sub, or custom_… for a custom parameter. Without it in a launch, people are named by sub. */
            usernameClaim?: string | null;
            /** @description How the platform shows the hub. Default: JupyterHub. */
            toolName?: string | null;
        };
        /** @description People sign up at the hub, with a password that its database keeps; an admin lets them in. */
        LoginNative: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "native";
            /** @description People can sign up. Default: true. */
            signup?: boolean;
            /** @description Who signs up is let in without an admin, where `access` lets everybody in. Default: false. */
            openSignup?: boolean;
            /** @description Ask for an address at the sign-up. Default: false. */
            askEmail?: boolean;
            /** @description Characters that a password needs. Default: 8. */
            minimumPasswordLength?: number;
            /** @description Refuse passwords that everybody uses. Default: true. */
            checkCommonPassword?: boolean;
            /** @description After so many wrong passwords a person has to wait; 0 for never. Default: 10. */
            failedLogins?: number;
            /** @description How long that is. Default: 600. */
            waitSeconds?: number;
        };
        /** @description People sign up at the hub, with a password that its database keeps; an admin lets them in. */
        LoginNativePatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "native";
            /** @description People can sign up. Default: true. */
            signup?: boolean | null;
            /** @description Who signs up is let in without an admin, where `access` lets everybody in. Default: false. */
            openSignup?: boolean | null;
            /** @description Ask for an address at the sign-up. Default: false. */
            askEmail?: boolean | null;
            /** @description Characters that a password needs. Default: 8. */
            minimumPasswordLength?: number | null;
            /** @description Refuse passwords that everybody uses. Default: true. */
            checkCommonPassword?: boolean | null;
            /** @description After so many wrong passwords a person has to wait; 0 for never. Default: 10. */
            failedLogins?: number | null;
            /** @description How long that is. Default: 600. */
            waitSeconds?: number | null;
        };
        /** @description Login with any OpenID Connect provider. */
        LoginOidc: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "oidc";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** Format: uri */
            authorizeUrl: string;
            /** Format: uri */
            tokenUrl: string;
            /** Format: uri */
            userdataUrl: string;
            /** @description The claim that names the user. Default: preferred_username. */
            usernameClaim?: string;
            /** @description Default: openid. */
            scope?: string[];
            /** @description The claim that lists the groups of a person. They become groups of the hub at each login, for profiles and `groups`. */
            groupsClaim?: string;
            /** @description Members of these groups may log in; needs `groupsClaim`. */
            groups?: string[];
            /** @description Members of these groups are admins; needs `groupsClaim`. */
            adminGroups?: string[];
            /** @description What the login button says. Default: OAuth 2.0. */
            loginService?: string;
        };
        /** @description Login with any OpenID Connect provider. */
        LoginOidcInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "oidc";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /** Format: uri */
            authorizeUrl: string;
            /** Format: uri */
            tokenUrl: string;
            /** Format: uri */
            userdataUrl: string;
            /** @description The claim that names the user. Default: preferred_username. */
            usernameClaim?: string;
            /** @description Default: openid. */
            scope?: string[];
            /** @description The claim that lists the groups of a person. They become groups of the hub at each login, for profiles and `groups`. */
            groupsClaim?: string;
            /** @description Members of these groups may log in; needs `groupsClaim`. */
            groups?: string[];
            /** @description Members of these groups are admins; needs `groupsClaim`. */
            adminGroups?: string[];
            /** @description What the login button says. Default: OAuth 2.0. */
            loginService?: string;
        };
        /** @description Login with any OpenID Connect provider. */
        LoginOidcPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "oidc";
            /** @description The id of the OAuth application at the provider. */
            clientId?: string | null;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string | null;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string | null;
            /** Format: uri */
            authorizeUrl?: string | null;
            /** Format: uri */
            tokenUrl?: string | null;
            /** Format: uri */
            userdataUrl?: string | null;
            /** @description The claim that names the user. Default: preferred_username. */
            usernameClaim?: string | null;
            /** @description Default: openid. */
            scope?: string[] | null;
            /** @description The claim that lists the groups of a person. They become groups of the hub at each login, for profiles and `groups`. */
            groupsClaim?: string | null;
            /** @description Members of these groups may log in; needs `groupsClaim`. */
            groups?: string[] | null;
            /** @description Members of these groups are admins; needs `groupsClaim`. */
            adminGroups?: string[] | null;
            /** @description What the login button says. Default: OAuth 2.0. */
            loginService?: string | null;
        };
        /** @description Login with the users of an OpenShift cluster; the client is an OAuthClient or a service account of it. */
        LoginOpenShift: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "openshift";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /**
             * Format: uri
             * @description The address of its API. Default: that of the cluster the hub runs in, https://openshift.default.svc.cluster.local.
             */
            url?: string;
            /** @description Members of these groups of OpenShift may log in. */
            groups?: string[];
        };
        /** @description Login with the users of an OpenShift cluster; the client is an OAuthClient or a service account of it. */
        LoginOpenShiftInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "openshift";
            /** @description The id of the OAuth application at the provider. */
            clientId: string;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string;
            /**
             * Format: uri
             * @description The address of its API. Default: that of the cluster the hub runs in, https://openshift.default.svc.cluster.local.
             */
            url?: string;
            /** @description Members of these groups of OpenShift may log in. */
            groups?: string[];
        };
        /** @description Login with the users of an OpenShift cluster; the client is an OAuthClient or a service account of it. */
        LoginOpenShiftPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "openshift";
            /** @description The id of the OAuth application at the provider. */
            clientId?: string | null;
            /** @description The secret of the OAuth application. Never returned; leave it out of a change to keep it. */
            clientSecret?: string | null;
            /**
             * Format: uri
             * @description Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.
             */
            callbackUrl?: string | null;
            /**
             * Format: uri
             * @description The address of its API. Default: that of the cluster the hub runs in, https://openshift.default.svc.cluster.local.
             */
            url?: string | null;
            /** @description Members of these groups of OpenShift may log in. */
            groups?: string[] | null;
        };
        /** @description One password for all people, and one for admins. Whoever knows it can be anybody. */
        LoginSharedPassword: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sharedPassword";
        };
        /** @description One password for all people, and one for admins. Whoever knows it can be anybody. */
        LoginSharedPasswordInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sharedPassword";
            /** @description The password of all who are no admins, at least 8 characters. Never returned; leave it out of a change to keep it. */
            userPassword?: string;
            /** @description The password of those whom `access.admins` names, at least 32 characters. Never returned; leave it out of a change to keep it. */
            adminPassword?: string;
        };
        /** @description One password for all people, and one for admins. Whoever knows it can be anybody. */
        LoginSharedPasswordPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sharedPassword";
            /** @description The password of all who are no admins, at least 8 characters. Never returned; leave it out of a change to keep it. */
            userPassword?: string | null;
            /** @description The password of those whom `access.admins` names, at least 32 characters. Never returned; leave it out of a change to keep it. */
            adminPassword?: string | null;
        };
        /** @description Everybody who comes is a new user with a name that nobody else ever has; nothing is kept for a second visit. */
        LoginTmp: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "tmp";
            /** @description Log people in without a click. Default: true. */
            autoLogin?: boolean;
        };
        /** @description Everybody who comes is a new user with a name that nobody else ever has; nothing is kept for a second visit. */
        LoginTmpPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "tmp";
            /** @description Log people in without a click. Default: true. */
            autoLogin?: boolean | null;
        };
        /** @description What the provider leaves of it to pods, by the provider's own rule */
        MachineRoom: {
            /** @description Cores */
            cpu: number;
            memoryGiB: number;
            pods: number;
            /** @description Disks that can be attached */
            volumes: number;
        };
        MachineType: {
            /** @example n1-standard-2 */
            name: string;
            family: string;
            vcpu: number;
            memoryGiB: number;
            /** @description USD; null is not known */
            perHour: string | null;
            /** @description USD; null is not known */
            spotPerHour: string | null;
            /** @description One node for 730 hours, on demand, without discounts */
            perMonth: components["schemas"]["Money"] | null;
            forPods: components["schemas"]["MachineRoom"];
            /** @description Where the price comes from */
            source: string;
            /** @description The day of the price; null where its source has no date */
            asOf: string | null;
        };
        MachineTypePage: {
            items: components["schemas"]["MachineType"][];
            nextCursor: string | null;
        };
        MeasuredComponent: {
            name: string;
            /** @description At list prices; null where no price is known of any of it */
            amount: components["schemas"]["ExactMoney"] | null;
            /** @description How long it was there, times how many */
            hours: number;
        };
        MeasuredCost: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @description From the first that was measured until the end of the last */
            hours: number;
            /** @description So many of them were not seen: they are in no amount */
            gapHours: number;
            total: components["schemas"]["ExactMoney"];
            /** @description In 730 hours at the pace of those that were seen; null where none was */
            perMonth: components["schemas"]["Money"] | null;
            /** @description The dearest first; with its share of what serves the whole cluster */
            components: components["schemas"]["MeasuredComponent"][];
            /** @description What is not in the amounts, in words */
            incomplete: string[];
        };
        MemoryPrice: {
            perGiBMonth: components["schemas"]["Money"];
            /** @description On spot machines; null is not known */
            spotPerGiBMonth: components["schemas"]["Money"] | null;
            machineType: string;
            /** @description What servers can get of one such node */
            gib: number;
            /** @description Where the price comes from */
            source: string;
            /** @description The day of the price; null where its source has no date */
            asOf: string | null;
        };
        Money: {
            /**
             * @description Decimal with four places
             * @example 12.3400
             */
            amount: string;
            /** @example USD */
            currency: string;
        };
        MoneyRange: {
            low: components["schemas"]["Money"];
            expected: components["schemas"]["Money"];
            high: components["schemas"]["Money"];
        };
        NewKey: {
            /** @example key_01k9… */
            id: string;
            name: string;
            /**
             * @example reader
             * @example operator
             * @example admin
             */
            role: string;
            /** @description The first characters of the key, to recognize it by */
            prefix: string;
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            /** @description The key itself; nobody can read it again */
            key: string;
        };
        /** @description A folder of an NFS server; the policy must allow `hostPath` */
        NfsFolder: {
            /** @description The DNS name or IP address of the server, as the nodes reach it */
            server: string;
            /** @description The folder that the server exports */
            path: string;
            /** @description As for mount, such as vers=4.2 or soft */
            mountOptions?: string[];
        };
        /** @description A folder of an NFS server; the policy must allow `hostPath` */
        NfsFolderPatch: {
            /** @description The DNS name or IP address of the server, as the nodes reach it */
            server?: string | null;
            /** @description The folder that the server exports */
            path?: string | null;
            /** @description As for mount, such as vers=4.2 or soft */
            mountOptions?: string[] | null;
        } | null;
        ObjectChange: {
            kind: string;
            name: string;
            /**
             * @example create
             * @example update
             * @example delete
             */
            change: string;
            /** @description Its pods are replaced */
            restarts: boolean;
            /** @description What differs from what is live; secrets are masked */
            fields: {
                path: string;
                before?: unknown;
                after?: unknown;
            }[];
        };
        Operation: {
            /** @example op_01k9… */
            id: string;
            /** @example tenant_01k9… */
            tenantId: string;
            /**
             * @example hub.create
             * @example hub.update
             * @example hub.scale
             * @example hub.cull
             * @example hub.prepull
             * @example build.create
             * @example hub.stop
             * @example hub.start
             * @example hub.delete
             * @example hub.plan
             * @example cluster.create
             * @example cluster.update
             * @example cluster.delete
             * @example credential.create
             * @example credential.update
             * @example credential.check
             * @example catalogue.refresh
             * @example webhook.test
             */
            kind: string;
            target: components["schemas"]["OperationTarget"];
            /** @description The revision it waits for; null for an action */
            generation: number | null;
            /**
             * @example queued
             * @example running
             * @example succeeded
             * @example failed
             * @example canceling
             * @example canceled
             */
            state: string;
            /** @description True when the state does not change any more */
            done: boolean;
            steps: components["schemas"]["OperationStep"][];
            progress: components["schemas"]["Progress"];
            /** @description How often it failed for a cause that can pass */
            attempt: number;
            /** @description What went wrong last and is tried again */
            lastError: components["schemas"]["Problem"] | null;
            /** @description Why it failed */
            error: components["schemas"]["Problem"] | null;
            result: {
                [key: string]: unknown;
            } | null;
            supersededBy: string | null;
            requestedBy: string;
            /**
             * @example api
             * @example schedule
             * @example trigger
             * @example budget
             * @example drift
             */
            reason: string;
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            /** Format: date-time */
            deadlineAt: string;
        };
        OperationPage: {
            items: components["schemas"]["Operation"][];
            nextCursor: string | null;
        };
        OperationStep: {
            name: string;
            /**
             * @example pending
             * @example running
             * @example waiting
             * @example done
             * @example failed
             */
            state: string;
            message: string;
            startedAt: string | null;
            finishedAt: string | null;
            waitingSince: string | null;
        };
        OperationTarget: {
            /**
             * @example hub
             * @example cluster
             * @example plan
             * @example credential
             * @example catalogue
             * @example webhook
             */
            type: string;
            id: string;
        };
        OwnDiskPrice: {
            /** @description * is any */
            storageClass: string;
            /** @description USD */
            perGiBMonth: number;
        };
        OwnMachinePrice: {
            /** @description As the label node.kubernetes.io/instance-type of its nodes has it */
            name: string;
            /** @description USD */
            perHour: number;
            /** @description USD. As a spot machine */
            spotPerHour?: number;
        };
        Person: {
            /**
             * @description What reports call a person by pseudonym
             * @example person-0123456789abcdef0123
             */
            pseudonym: string;
            /** @description As JupyterHub has it; null once it is erased */
            name: string | null;
            /** Format: date-time */
            seenAt: string;
        };
        PersonErase: {
            /** @description Names of the confirmations that a plan asked for */
            confirm?: string[];
        };
        PersonIdentify: {
            /**
             * @description Why it must be known; an event tells it
             * @example asked by the person
             */
            reason: string;
        };
        Plan: {
            valid: boolean;
            /** @description JSON Patch (RFC 6902) on the spec */
            diff: {
                op: string;
                path: string;
                value?: unknown;
            }[];
            /** @description JSON Patch on what the spec is composed of: what the hub sets itself (`/own`), its template, and the defaults below */
            layers?: {
                op: string;
                path: string;
                value?: unknown;
            }[];
            /** @description Changed values of the chart, secrets masked */
            values: {
                path: string;
                before?: unknown;
                after?: unknown;
            }[];
            disruption: components["schemas"]["Disruption"];
            cost: components["schemas"]["CostChange"] | null;
            /** @description What may become dearer by an amount that is not known; under a limit of price such a change needs an approval */
            unpriced?: string[];
            warnings: string[];
            /** @description What is to be set up elsewhere, as soon as now: the callback address at the provider of the login, the DNS record */
            elsewhere?: string[];
            /** @description What must be named in `confirm` for the change to be accepted */
            confirmations: {
                confirmation: string;
                what: string;
            }[];
            culling?: components["schemas"]["CullingMeaning"];
            culls?: components["schemas"]["CullPreview"];
            /** @description What became of each line of a given config.yaml */
            config?: components["schemas"]["ConfigNote"][];
        };
        PlanApply: {
            /** @description Names of the confirmations that a plan asked for */
            confirm?: string[];
        };
        PlanApproval: {
            needed: boolean;
            /** @description Which limits of the tenant it is beyond */
            reasons: string[];
            by: string | null;
            at: string | null;
        };
        PlanPage: {
            items: components["schemas"]["PlanSummary"][];
            nextCursor: string | null;
        };
        PlanSummary: {
            /** @example plan_01k9… */
            id: string;
            /** @example tenant_01k9… */
            tenantId: string;
            /**
             * @example planning
             * @example ready
             * @example waiting-for-approval
             * @example failed
             * @example applied
             * @example expired
             */
            state: string;
            /**
             * @description What applying it does, by its operationId
             * @example hubUpdate
             * @example hubDelete
             */
            change: string;
            hub: components["schemas"]["PlannedHub"];
            /** @description The revision that it changes; null for a hub that is to be made */
            baseGeneration: number | null;
            /** @description What happens, to how many people, and what is kept */
            words: string[];
            /** @description People whose servers ran when the plan was made; null where the hub could not be asked */
            connected: number | null;
            cost: components["schemas"]["CostChange"] | null;
            approval: components["schemas"]["PlanApproval"];
            /** @description What applying it began */
            operationId: string | null;
            /** @description The key that made it */
            createdBy: string;
            appliedBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            appliedAt: string | null;
        };
        /** @description Of a hub that is to be made, the id that it will have */
        PlannedHub: {
            /** @example hub_01k9… */
            id: string;
            name: string;
        };
        /** @description What the hubs of a tenant may hold; nothing that reaches outside a namespace by default */
        Policy: {
            allow: components["schemas"]["PolicyAllow"];
            approval?: components["schemas"]["ApprovalLimits"];
            /** @description The most seats a hub may have */
            maxSeats?: number;
            /** @description Images that servers may run: a repository, or its beginning with a * at the end, as quay.io/jupyter/* */
            allowedImages?: string[];
        };
        /**
         * @description What raw values may hold
         * @default {}
         */
        PolicyAllow: {
            /**
             * @description Python that the hub runs, with its rights in the namespace: extraConfig, other images or commands of the hub, free settings of it
             * @default false
             */
            extraConfig: boolean;
            /**
             * @description Files put into the hub or into servers
             * @default false
             */
            extraFiles: boolean;
            /**
             * @description Containers that run before the hub or a server
             * @default false
             */
            initContainers: boolean;
            /**
             * @description Containers that run beside the hub or a server
             * @default false
             */
            extraContainers: boolean;
            /**
             * @description Free parts of a pod, and profiles that override the spawner
             * @default false
             */
            extraPodConfig: boolean;
            /**
             * @description Volumes other than those of the namespace: folders of the node, NFS and the like
             * @default false
             */
            hostPath: boolean;
            /**
             * @description Root, added capabilities, the namespaces or ports of the node
             * @default false
             */
            privileged: boolean;
            /**
             * @description Roles in the hub (loadRoles)
             * @default false
             */
            extraRoles: boolean;
            /**
             * @description Services of the hub, which run a command in it or act by its API
             * @default false
             */
            extraServices: boolean;
            /**
             * @description Other service accounts, and with them other rights in the cluster's API
             * @default false
             */
            serviceAccounts: boolean;
            /**
             * @description Network rules, addresses and hosts beyond the typed exposure
             * @default false
             */
            network: boolean;
            /**
             * @description Where pods run: selectors, tolerations, affinities, schedulers
             * @default false
             */
            placement: boolean;
            /**
             * @description Builds of images in the cluster: code of a repository runs in a pod of less confinement than others
             * @default false
             */
            imageBuilds: boolean;
            /**
             * @description What counts for the whole cluster: roles, priorities, the scheduler
             * @default false
             */
            clusterScoped: boolean;
        };
        /** @description What raw values may hold */
        PolicyAllowInput: {
            /**
             * @description Python that the hub runs, with its rights in the namespace: extraConfig, other images or commands of the hub, free settings of it
             * @default false
             */
            extraConfig?: boolean;
            /**
             * @description Files put into the hub or into servers
             * @default false
             */
            extraFiles?: boolean;
            /**
             * @description Containers that run before the hub or a server
             * @default false
             */
            initContainers?: boolean;
            /**
             * @description Containers that run beside the hub or a server
             * @default false
             */
            extraContainers?: boolean;
            /**
             * @description Free parts of a pod, and profiles that override the spawner
             * @default false
             */
            extraPodConfig?: boolean;
            /**
             * @description Volumes other than those of the namespace: folders of the node, NFS and the like
             * @default false
             */
            hostPath?: boolean;
            /**
             * @description Root, added capabilities, the namespaces or ports of the node
             * @default false
             */
            privileged?: boolean;
            /**
             * @description Roles in the hub (loadRoles)
             * @default false
             */
            extraRoles?: boolean;
            /**
             * @description Services of the hub, which run a command in it or act by its API
             * @default false
             */
            extraServices?: boolean;
            /**
             * @description Other service accounts, and with them other rights in the cluster's API
             * @default false
             */
            serviceAccounts?: boolean;
            /**
             * @description Network rules, addresses and hosts beyond the typed exposure
             * @default false
             */
            network?: boolean;
            /**
             * @description Where pods run: selectors, tolerations, affinities, schedulers
             * @default false
             */
            placement?: boolean;
            /**
             * @description Builds of images in the cluster: code of a repository runs in a pod of less confinement than others
             * @default false
             */
            imageBuilds?: boolean;
            /**
             * @description What counts for the whole cluster: roles, priorities, the scheduler
             * @default false
             */
            clusterScoped?: boolean;
        };
        /** @description A whole policy: what is not named is not allowed, and not limited */
        PolicyInput: {
            allow?: components["schemas"]["PolicyAllowInput"];
            approval?: components["schemas"]["ApprovalLimits"];
            /** @description The most seats a hub may have */
            maxSeats?: number;
            /** @description Images that servers may run: a repository, or its beginning with a * at the end, as quay.io/jupyter/* */
            allowedImages?: string[];
        };
        Pool: {
            name: string;
            /**
             * @description core holds the hubs themselves, user the servers of people
             * @example core
             * @example user
             */
            purpose: string;
            machineType: string;
            /** @description Nodes that are always there */
            min: number;
            /** @description Neither claims of hubs nor the autoscaler get more */
            max: number;
            /** @description Cheaper nodes that the cloud may take away at any time, with all servers on them */
            spot?: boolean;
            /** @description Of each node; images lie there. Default: 100 */
            diskGiB?: number;
            /** @description Per node. Default: 110, or what the network of the machine holds */
            maxPods?: number;
        };
        PoolInput: {
            name: string;
            /**
             * @description core holds the hubs themselves, user the servers of people
             * @enum {string}
             */
            purpose: "core" | "user";
            machineType: string;
            /** @description Nodes that are always there */
            min: number;
            /** @description Neither claims of hubs nor the autoscaler get more */
            max: number;
            /** @description Cheaper nodes that the cloud may take away at any time, with all servers on them */
            spot?: boolean;
            /** @description Of each node; images lie there. Default: 100 */
            diskGiB?: number;
            /** @description Per node. Default: 110, or what the network of the machine holds */
            maxPods?: number;
        };
        /** @description How people are told of, and for how long */
        Privacy: {
            userNames: string;
            samplesDays: number | null;
            hoursDays: number | null;
            sessionsDays: number | null;
            namesDays: number | null;
        };
        /** @description How people are told of, and for how long */
        PrivacyInput: {
            /**
             * @description How costs, usage and replays name people, those of before too: by their names, or by pseudonyms, which are always the same for one person of the tenant and never those of another tenant
             * @enum {string}
             */
            userNames?: "names" | "pseudonyms";
            /** @description Days for which raw samples of hubs are kept. Null: as long as this installation keeps it; it is never longer */
            samplesDays?: number | null;
            /** @description Days for which costs and usage are kept by the hour, and raw samples not longer. Null: as long as this installation keeps it; it is never longer */
            hoursDays?: number | null;
            /** @description Days for which sessions are kept after their end. Null: as long as this installation keeps it; it is never longer */
            sessionsDays?: number | null;
            /** @description Days for which it is kept who it was: sessions and raw samples not longer, and costs by user by whole months. Null: as long as this installation keeps it; it is never longer */
            namesDays?: number | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
            retryable: boolean;
            nextStep: string;
            params: {
                [key: string]: unknown;
            };
            errors: components["schemas"]["ProblemField"][];
            instance?: string;
            requestId?: string;
        };
        ProblemField: {
            pointer: string;
            code: string;
            detail: string;
        };
        /** @description One kind of server that people can choose */
        Profile: {
            /** @description Names the profile */
            slug: string;
            /** @description What people read */
            displayName: string;
            /** @description Read below it */
            description?: string;
            /** @description Chosen at first; else the first profile is */
            default?: boolean;
            /** @description JupyterHub groups whose members may use it; without, everybody may. Admins too must be in one */
            groups?: string[];
            image?: components["schemas"]["HubImage"];
            memory?: components["schemas"]["ProfileMemory"];
            cpu?: components["schemas"]["ProfileCpu"];
            /** @description Whole GPUs of each server (nvidia.com/gpu). Nodes that are tainted with that name are tolerated */
            gpu?: number;
            extraResource?: components["schemas"]["ProfileExtraResource"];
            /** @description Labels that a node must have, all of them. In a profile: beside those of the hub */
            nodeSelector?: {
                [key: string]: string;
            };
            /** @description Taints that do not keep servers away, beside hub.jupyter.org/dedicated=user. In a profile: beside those of the hub */
            tolerations?: components["schemas"]["Toleration"][];
            /** @description Variables of the environment, beside those that all servers have. Whoever may read the hub can read them: no place for secrets */
            environment?: {
                [key: string]: string;
            };
            /** @description What people see first, such as /lab or /rstudio */
            defaultUrl?: string;
            /** @description Where the server starts; else where the image says */
            workingDirectory?: string;
            options?: components["schemas"]["ProfileOption"][];
        };
        /** @description One choice of an option */
        ProfileChoice: {
            /** @description Names the choice */
            slug: string;
            /** @description What people read */
            displayName: string;
            /** @description Chosen at first; else the first choice is */
            default?: boolean;
            image?: components["schemas"]["HubImage"];
            memory?: components["schemas"]["ProfileMemory"];
            cpu?: components["schemas"]["ProfileCpu"];
            /** @description Whole GPUs of each server (nvidia.com/gpu). Nodes that are tainted with that name are tolerated */
            gpu?: number;
            extraResource?: components["schemas"]["ProfileExtraResource"];
            /** @description Labels that a node must have, all of them. In a profile: beside those of the hub */
            nodeSelector?: {
                [key: string]: string;
            };
            /** @description Taints that do not keep servers away, beside hub.jupyter.org/dedicated=user. In a profile: beside those of the hub */
            tolerations?: components["schemas"]["Toleration"][];
            /** @description Variables of the environment, beside those that all servers have. Whoever may read the hub can read them: no place for secrets */
            environment?: {
                [key: string]: string;
            };
            /** @description What people see first, such as /lab or /rstudio */
            defaultUrl?: string;
            /** @description Where the server starts; else where the image says */
            workingDirectory?: string;
        };
        /** @description One choice of an option */
        ProfileChoiceInput: {
            /** @description Names the choice */
            slug: string;
            /** @description What people read */
            displayName: string;
            /** @description Chosen at first; else the first choice is */
            default?: boolean;
            image?: components["schemas"]["HubImageInput"];
            memory?: components["schemas"]["ProfileMemory"];
            cpu?: components["schemas"]["ProfileCpu"];
            /** @description Whole GPUs of each server (nvidia.com/gpu). Nodes that are tainted with that name are tolerated */
            gpu?: number;
            extraResource?: components["schemas"]["ProfileExtraResource"];
            /** @description Labels that a node must have, all of them. In a profile: beside those of the hub */
            nodeSelector?: {
                [key: string]: string;
            };
            /** @description Taints that do not keep servers away, beside hub.jupyter.org/dedicated=user. In a profile: beside those of the hub */
            tolerations?: components["schemas"]["TolerationInput"][];
            /** @description Variables of the environment, beside those that all servers have. Whoever may read the hub can read them: no place for secrets */
            environment?: {
                [key: string]: string;
            };
            /** @description What people see first, such as /lab or /rstudio */
            defaultUrl?: string;
            /** @description Where the server starts; else where the image says */
            workingDirectory?: string;
        };
        /** @description CPU of each server; what is left out is the hub's */
        ProfileCpu: {
            /** @description What each server has for sure, in cores */
            guarantee?: number;
            /** @description What a server can use at most, in cores */
            limit?: number;
        };
        /** @description Other resources of each server, over the hub's */
        ProfileExtraResource: {
            /** @description What each server has for sure: the name of each resource with a Kubernetes quantity */
            guarantees?: {
                [key: string]: string;
            };
            /** @description What a server can use at most: the name of each resource with a Kubernetes quantity */
            limits?: {
                [key: string]: string;
            };
        };
        /** @description One kind of server that people can choose */
        ProfileInput: {
            /** @description Names the profile */
            slug: string;
            /** @description What people read */
            displayName: string;
            /** @description Read below it */
            description?: string;
            /** @description Chosen at first; else the first profile is */
            default?: boolean;
            /** @description JupyterHub groups whose members may use it; without, everybody may. Admins too must be in one */
            groups?: string[];
            image?: components["schemas"]["HubImageInput"];
            memory?: components["schemas"]["ProfileMemory"];
            cpu?: components["schemas"]["ProfileCpu"];
            /** @description Whole GPUs of each server (nvidia.com/gpu). Nodes that are tainted with that name are tolerated */
            gpu?: number;
            extraResource?: components["schemas"]["ProfileExtraResource"];
            /** @description Labels that a node must have, all of them. In a profile: beside those of the hub */
            nodeSelector?: {
                [key: string]: string;
            };
            /** @description Taints that do not keep servers away, beside hub.jupyter.org/dedicated=user. In a profile: beside those of the hub */
            tolerations?: components["schemas"]["TolerationInput"][];
            /** @description Variables of the environment, beside those that all servers have. Whoever may read the hub can read them: no place for secrets */
            environment?: {
                [key: string]: string;
            };
            /** @description What people see first, such as /lab or /rstudio */
            defaultUrl?: string;
            /** @description Where the server starts; else where the image says */
            workingDirectory?: string;
            options?: components["schemas"]["ProfileOptionInput"][];
        };
        /** @description Memory of each server; what is left out is the hub's */
        ProfileMemory: {
            /** @description What each server has for sure, as 512M or 1.5G (units of 1024: K, M, G, T) */
            guarantee?: string;
            /** @description Where a server is stopped, as 512M or 1.5G (units of 1024: K, M, G, T) */
            limit?: string;
        };
        /** @description Something that people choose within a profile */
        ProfileOption: {
            /** @description Names the option */
            slug: string;
            /** @description What people read */
            displayName: string;
            choices: components["schemas"]["ProfileChoice"][];
            unlistedChoice?: components["schemas"]["UnlistedChoice"];
        };
        /** @description Something that people choose within a profile */
        ProfileOptionInput: {
            /** @description Names the option */
            slug: string;
            /** @description What people read */
            displayName: string;
            choices: components["schemas"]["ProfileChoiceInput"][];
            unlistedChoice?: components["schemas"]["UnlistedChoice"];
        };
        Progress: {
            percent: number;
            message: string;
        };
        /** @description A time in which nothing is culled */
        QuietHours: {
            /**
             * @description When it begins, by the clock on the wall there
             * @example 09:00
             */
            from: string;
            /**
             * @description When it ends; at or before `from`: on the next day
             * @example 09:00
             */
            to: string;
            /** @description Days on which it begins; default: every day */
            days?: string[];
            /**
             * @description Name in the IANA time zone database; default: UTC
             * @example Europe/Berlin
             */
            timeZone?: string;
        };
        /** @description A time in which nothing is culled */
        QuietHoursInput: {
            /**
             * @description When it begins, by the clock on the wall there
             * @example 09:00
             */
            from: string;
            /**
             * @description When it ends; at or before `from`: on the next day
             * @example 09:00
             */
            to: string;
            /** @description Days on which it begins; default: every day */
            days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            /**
             * @description Name in the IANA time zone database; default: UTC
             * @example Europe/Berlin
             */
            timeZone?: string;
        };
        ReconciledDay: {
            day: string;
            /** @description Its id */
            cluster: string;
            name: string;
            component: string;
            currency: string;
            /** @description At list prices; null where no price is known of anything */
            measured: string | null;
            /** @description All that is paid: usage and fees, less discounts and credits, with taxes */
            billed: string;
            /** @description Exact decimal, at most six places */
            discounts: string;
            /** @description Gifts and repayments */
            credits: string;
            /** @description Exact decimal, at most six places */
            taxes: string;
            /** @description Billed less measured */
            difference: string | null;
            /** @description Why they differ, in words */
            reasons: string[];
        };
        ReconciledTotal: {
            currency: string;
            /** @description Exact decimal, at most six places */
            measured: string;
            /** @description Exact decimal, at most six places */
            billed: string;
            /** @description Exact decimal, at most six places */
            difference: string;
        };
        /** @description Samples of a cluster that came when those of their time were dropped already: what they tell is in no amount */
        RefusedSamples: {
            cluster: components["schemas"]["CostKey"];
            /** @description So many, at any time */
            samples: number;
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description The last of them
             */
            until: string;
        };
        Region: {
            provider: string;
            name: string;
            /** @description Null where each account has zones of its own */
            zones: string[] | null;
            /** @description How many have a price here */
            machineTypes: number;
            /** @description Invented, for trying things out */
            fictional: boolean;
            /** @description Of the newest prices */
            ageDays: number;
        };
        RegionPage: {
            items: components["schemas"]["Region"][];
            nextCursor: string | null;
        };
        ReplayDifference: {
            /** @description Exact decimal, at most six places; null where no price is known */
            amount: string | null;
            /** @description Null where that cost nothing */
            percent: number | null;
        };
        ReplayMeasured: {
            /** @description All below, as far as it is known */
            total: string | null;
            /** @description The user nodes while the hub had servers or seats on them, with their disks */
            nodes: string | null;
            /** @description The same nodes while nobody had anything on them; null where the cluster is another tenant's, who bears it */
            unusedNodes: string | null;
            /** @description Homes, core nodes, fees and all else: as measured, since these settings do not move it */
            rest: string | null;
            serverHours: number;
            peakServers: number;
            peakNodes: number;
            sessions: number;
            /** @description So many hours were not seen: they are in no amount, of the replays neither */
            gapHours: number;
            /** @description Hours of its things that have no price and are in no amount */
            unpricedHours: number;
        };
        /** @description The replay of the settings as they were less what was measured */
        ReplayModelError: {
            /** @description Exact decimal, at most six places; null where no price is known */
            amount: string | null;
            /** @description Null where that cost nothing */
            percent: number | null;
        };
        ReplaySide: {
            /** @description All below, as far as it is known */
            total: string | null;
            /** @description The user nodes while the hub had servers or seats on them, with their disks */
            nodes: string | null;
            /** @description The same nodes while nobody had anything on them; null where the cluster is another tenant's, who bears it */
            unusedNodes: string | null;
            /** @description Homes, core nodes, fees and all else: as measured, since these settings do not move it */
            rest: string | null;
            nodeHours: number;
            serverHours: number;
            peakServers: number;
            peakNodes: number;
            starts: number;
            waits: components["schemas"]["ReplayWaits"];
            stopped: components["schemas"]["ReplayStops"];
        };
        ReplayStop: {
            user: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            backAt: string;
        };
        ReplayStops: {
            /** @description Servers stopped by their age while they were in use */
            inUse: number;
            /** @description Servers stopped while idle that, as measured, had gone on and were used again */
            betweenUses: number;
            /** @description So many of all these may have had a kernel that computed. Whether one did is not measured: JupyterHub tells when a server was last active, and a kernel that ends its work is active then */
            busyKernelsAtMost: number;
            people: number;
            /** @description Who, when, and when they were back; the first 100 */
            items: components["schemas"]["ReplayStop"][];
        };
        ReplayWaits: {
            /** @description Starts that waited for a node */
            starts: number;
            people: number;
            medianMinutes: number | null;
            p95Minutes: number | null;
            /** @description Who; 100 at most */
            users: string[];
        };
        /** @description For the simulated cloud: to try everything on */
        SandboxCredential: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sandbox";
            /** @description Name of an account: lower-case letters, digits and hyphens */
            account: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
        };
        /** @description For the simulated cloud: to try everything on */
        SandboxCredentialInput: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sandbox";
            /** @description Name of an account: lower-case letters, digits and hyphens */
            account: string;
            /** @description Any text */
            secret: string;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string;
            };
        };
        /** @description For the simulated cloud: to try everything on */
        SandboxCredentialPatch: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "sandbox";
            /** @description Name of an account: lower-case letters, digits and hyphens */
            account?: string | null;
            /** @description Any text */
            secret?: string | null;
            /** @description Addresses of the cloud's services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds */
            endpoints?: {
                [key: string]: string | null;
            } | null;
        };
        SavedPlan: {
            /** @example plan_01k9… */
            id: string;
            /** @example tenant_01k9… */
            tenantId: string;
            /**
             * @example planning
             * @example ready
             * @example waiting-for-approval
             * @example failed
             * @example applied
             * @example expired
             */
            state: string;
            /**
             * @description What applying it does, by its operationId
             * @example hubUpdate
             * @example hubDelete
             */
            change: string;
            hub: components["schemas"]["PlannedHub"];
            /** @description The revision that it changes; null for a hub that is to be made */
            baseGeneration: number | null;
            /** @description What happens, to how many people, and what is kept */
            words: string[];
            /** @description People whose servers ran when the plan was made; null where the hub could not be asked */
            connected: number | null;
            cost: components["schemas"]["CostChange"] | null;
            approval: components["schemas"]["PlanApproval"];
            /** @description What applying it began */
            operationId: string | null;
            /** @description The key that made it */
            createdBy: string;
            appliedBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            appliedAt: string | null;
            plan: components["schemas"]["Plan"];
            /** @description What becomes of each object in the cluster that does not stay as it is */
            objects: components["schemas"]["ObjectChange"][];
            /** @description Why it could not be made */
            error: components["schemas"]["Problem"] | null;
        };
        Seats: {
            wanted: number;
            ready: number;
        };
        /** @description In seconds */
        SecondsRange: {
            least: number;
            most: number;
        };
        /** @description One thing that a secure hub has */
        SecurityItem: {
            /**
             * @description For machines: it stays
             * @example cloud-metadata
             */
            id: string;
            /**
             * @example ok
             * @example deviation
             * @example unknown
             * @example notApplicable
             */
            state: string;
            /** @description What is so */
            what: string;
            /** @description What it protects from */
            why: string;
            mend: string | null;
            /** @description Where in the spec it is decided, as a JSON pointer; null where the cluster decides */
            field: string | null;
        };
        Server: {
            /**
             * @description How it is named in addresses: the user, and for a named server a slash and its name
             * @example ada
             * @example ada/lab
             */
            id: string;
            user: string;
            /** @description Empty for the default server */
            name: string;
            /**
             * @example starting
             * @example ready
             * @example stopping
             * @example stopped
             */
            state: string;
            startedAt: string | null;
            /** @description Up to seven minutes late; null as long as none was seen */
            lastActivityAt: string | null;
            /** @description Where its user reaches it */
            url: string | null;
            /** @description The profile that was chosen for it */
            profile: string | null;
        };
        ServerPage: {
            items: components["schemas"]["Server"][];
            nextCursor: string | null;
        };
        ServerStart: {
            /** @description One of the hub's profiles; default: as the user would get without a choice */
            serverProfile?: string;
        };
        /** @description A folder that everybody may read and nobody may write: of a claim or of an NFS server */
        SharedFolder: {
            /** @description Lower-case letters, digits and hyphens */
            name: string;
            /** @description Where it is in each server. Default: shared/<name> in the home */
            mountPath?: string;
            /** @description A PersistentVolumeClaim that is in the hub's namespace */
            claim?: string;
            nfs?: components["schemas"]["NfsFolder"];
            /** @description A folder inside. Default: all of it */
            subPath?: string;
        };
        /** @description By which Hubfleet signs the tokens that clouds take. Of its private half nobody is shown anything */
        SigningKey: {
            /** @description As in the header of tokens and among the public keys: `kid` */
            id: string;
            /**
             * @example next
             * @example signs
             * @example retired
             */
            state: string;
            algorithm: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            signsFrom: string;
            /** @description When another takes over; null while none is there */
            signsUntil: string | null;
            /** @description When its last token ends */
            tokensEnd: string | null;
            /** @description Until when it stays among the public keys */
            publishedUntil: string | null;
        };
        SigningKeyCreate: {
            /**
             * @description When it begins to sign, in seconds from now. Servers tell of a new key within 5 minutes, and clouds keep what they fetched for up to a day: with less, a cloud may refuse tokens until it fetches again
             * @default 172800
             */
            signsAfterSeconds?: number;
        };
        SigningKeyPage: {
            items: components["schemas"]["SigningKey"][];
            nextCursor: string | null;
        };
        Template: {
            /** @example template_01k9… */
            id: string;
            /** @example tenant_01k9… */
            tenantId: string;
            name: string;
            description: string;
            /** @description The version that is shown; the ETag */
            version: number;
            newestVersion: number;
            /** @description What each hub may choose */
            parameters: components["schemas"]["TemplateParameter"][];
            /** @description Fields of a hub's spec, raw values among them. `${{ parameters.name }}` stands for a parameter, `${{ hub.name }}` for the hub's name; `$${{` is a text with these braces */
            spec: {
                [key: string]: unknown;
            };
            managedBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        TemplateCreate: {
            /** @description A DNS label: lower-case letters, digits and hyphens, at most 63 */
            name: string;
            description?: string;
            /** @description What each hub may choose */
            parameters?: components["schemas"]["TemplateParameterInput"][];
            /** @description Fields of a hub's spec, raw values among them. `${{ parameters.name }}` stands for a parameter, `${{ hub.name }}` for the hub's name; `$${{` is a text with these braces */
            spec: {
                [key: string]: unknown;
            };
            /** @description The set of files that it was made by, as `hubfleet apply` names it */
            managedBy?: string;
        };
        /** @description With `validateOnly` only: the plan as if the template had become this */
        TemplateDraft: {
            /** @description What each hub may choose */
            parameters?: components["schemas"]["TemplateParameterInput"][];
            /** @description Fields of a hub's spec, raw values among them. `${{ parameters.name }}` stands for a parameter, `${{ hub.name }}` for the hub's name; `$${{` is a text with these braces */
            spec: {
                [key: string]: unknown;
            };
        };
        TemplatePage: {
            items: components["schemas"]["Template"][];
            nextCursor: string | null;
        };
        /** @description What a template lets each hub choose */
        TemplateParameter: {
            /** @description A word in camelCase */
            name: string;
            /**
             * @description What a value must be; a choice is one of `values`
             * @example string
             * @example integer
             * @example number
             * @example boolean
             * @example choice
             */
            type: string;
            description?: string;
            /** @description Without one, each hub must say */
            default?: string | number | boolean;
            /** @description Of a choice */
            values?: string[];
            /** @description Of a string: a regular expression that the whole of it must match */
            pattern?: string;
            /** @description Of a number: the least; of a string: its least length */
            minimum?: number;
            /** @description Of a number: the most; of a string: its greatest length */
            maximum?: number;
        };
        /** @description What a template lets each hub choose */
        TemplateParameterInput: {
            /** @description A word in camelCase */
            name: string;
            /**
             * @description What a value must be; a choice is one of `values`
             * @enum {string}
             */
            type: "string" | "integer" | "number" | "boolean" | "choice";
            description?: string;
            /** @description Without one, each hub must say */
            default?: string | number | boolean;
            /** @description Of a choice */
            values?: string[];
            /** @description Of a string: a regular expression that the whole of it must match */
            pattern?: string;
            /** @description Of a number: the least; of a string: its least length */
            minimum?: number;
            /** @description Of a number: the most; of a string: its greatest length */
            maximum?: number;
        };
        TemplateUpdate: {
            description?: string;
            /** @description What each hub may choose */
            parameters?: components["schemas"]["TemplateParameterInput"][];
            /** @description Fields of a hub's spec, raw values among them. `${{ parameters.name }}` stands for a parameter, `${{ hub.name }}` for the hub's name; `$${{` is a text with these braces */
            spec?: {
                [key: string]: unknown;
            };
            /** @description The set of files that it was made by, as `hubfleet apply` names it */
            managedBy?: string;
        };
        Tenant: {
            /** @example tenant_01k9… */
            id: string;
            /** @description A DNS label: lower-case letters, digits and hyphens, at most 63 */
            name: string;
            displayName: string;
            /** @description May use sandbox clusters, and lives by a virtual clock */
            sandbox: boolean;
            policy: components["schemas"]["Policy"];
            finance: components["schemas"]["Finance"];
            privacy: components["schemas"]["Privacy"];
            /** @description Of the tenant `platform`: what all hubs begin with */
            hubDefaults?: {
                [key: string]: unknown;
            };
            managedBy: string | null;
            /** Format: date-time */
            now: string;
            generation: number;
            /** Format: date-time */
            createdAt: string;
            deletedAt: string | null;
        };
        TenantAdvance: {
            seconds: number;
        };
        TenantCreate: {
            /** @description A DNS label: lower-case letters, digits and hyphens, at most 63 */
            name: string;
            displayName?: string;
            /**
             * @description For trying: sandbox clusters and a virtual clock
             * @default false
             */
            sandbox?: boolean;
            policy?: components["schemas"]["PolicyInput"];
            /** @description The set of files that it was made by, as `hubfleet apply` names it */
            managedBy?: string;
        };
        TenantPage: {
            items: components["schemas"]["Tenant"][];
            nextCursor: string | null;
        };
        TenantTrust: {
            issuer: string;
            subject: string;
            /** @description Where the public keys are */
            keys: string;
            audiences: components["schemas"]["TrustAudiences"];
        };
        TenantUpdate: {
            displayName?: string;
            policy?: components["schemas"]["PolicyInput"];
            /** @description Of the tenant `platform` only: what all hubs begin with, and the policies of tenants are not asked about; replaced whole. Hubs that are there stay as they are until `hubRebase` */
            hubDefaults?: components["schemas"]["HubSpecPatch"] | null;
            finance?: components["schemas"]["FinanceInput"];
            privacy?: components["schemas"]["PrivacyInput"];
            /** @description The set of files that it was made by, as `hubfleet apply` names it */
            managedBy?: string;
        };
        Term: {
            /** @example fall-2026 */
            name: string;
            /**
             * @description First day
             * @example 2026-09-01
             */
            from: string;
            /**
             * @description The day after the last
             * @example 2026-09-01
             */
            to: string;
        };
        /**
         * @description Closing idle terminals inside people's servers
         * @default {}
         */
        TerminalCulling: {
            /**
             * @description A terminal without input or output for this long is closed; 0 for never, in seconds
             * @default 0
             */
            timeoutSeconds: number;
            /**
             * @description How often terminals are looked at, in seconds
             * @default 300
             */
            intervalSeconds: number;
        };
        /** @description Closing idle terminals inside people's servers */
        TerminalCullingInput: {
            /**
             * @description A terminal without input or output for this long is closed; 0 for never, in seconds
             * @default 0
             */
            timeoutSeconds?: number;
            /**
             * @description How often terminals are looked at, in seconds
             * @default 300
             */
            intervalSeconds?: number;
        };
        /** @description Closing idle terminals inside people's servers */
        TerminalCullingPatch: {
            /** @description A terminal without input or output for this long is closed; 0 for never, in seconds */
            timeoutSeconds?: number | null;
            /** @description How often terminals are looked at, in seconds */
            intervalSeconds?: number | null;
        } | null;
        /** @description A taint of nodes that does not keep servers away */
        Toleration: {
            /** @description The key of the taint; without it, and with operator Exists, every taint */
            key?: string;
            /**
             * @description Equal, the default, compares the value; Exists does not
             * @example Equal
             * @example Exists
             */
            operator?: string;
            value?: string;
            /**
             * @description Default: every effect
             * @example NoSchedule
             * @example PreferNoSchedule
             * @example NoExecute
             */
            effect?: string;
        };
        /** @description A taint of nodes that does not keep servers away */
        TolerationInput: {
            /** @description The key of the taint; without it, and with operator Exists, every taint */
            key?: string;
            /**
             * @description Equal, the default, compares the value; Exists does not
             * @enum {string}
             */
            operator?: "Equal" | "Exists";
            value?: string;
            /**
             * @description Default: every effect
             * @enum {string}
             */
            effect?: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
        };
        /** @description What the cloud is told so that it takes Hubfleet's tokens */
        Trust: {
            issuer: string;
            subject: string;
            audience: string;
        };
        /** @description What the tokens for each cloud are made out to */
        TrustAudiences: {
            gcp: string;
            azure: string;
            aws: string;
        };
        UnitPrice: {
            provider: string;
            region: string;
            /** @description A GiB of memory that servers can get, for a month of 730 hours, on demand; null where nothing has a known price */
            memory: components["schemas"]["MemoryPrice"] | null;
            home: components["schemas"]["HomePrice"];
            /** @description Invented, for trying things out */
            fictional: boolean;
            /** @description Of the newest prices of the provider */
            ageDays: number;
        };
        UnitPricePage: {
            items: components["schemas"]["UnitPrice"][];
            nextCursor: string | null;
        };
        /** @description People may also type the image that they want, with its tag */
        UnlistedChoice: {
            /** @description The label of the field */
            displayName: string;
            /** @description How it is named among the choices; default: Other... */
            displayNameInChoices?: string;
            /** @description A regular expression that all of the text must match, such as quay\.io/jupyter/[a-z-]+:[\w.-]+ */
            validationRegex: string;
            /** @description What is said when it does not */
            validationMessage?: string;
        };
        User: {
            name: string;
            admin: boolean;
            /** @description spec: the spec names the user, and each start of the hub makes it so again; hub: made one here or in JupyterHub's own panel */
            adminBy: string | null;
            /**
             * @description Why the user may use the hub: everybody may, the spec names the user, an account is enough, or only if the login itself lets the user in
             * @example everybody
             * @example spec
             * @example account
             * @example login
             */
            letInBy: string;
            createdAt: string | null;
            lastActivityAt: string | null;
            groups: string[];
            /** @description Those that run, start or stop; of one user also the stopped ones */
            servers: components["schemas"]["Server"][];
            /** @description Only told of one user */
            homes?: components["schemas"]["UserHome"][];
        };
        UserCreate: {
            /** @description As the login names them; JupyterHub writes them in lower case */
            names: string[];
            /**
             * @description Make them admins, who see and stop everybody's servers
             * @default false
             */
            admin?: boolean;
            /**
             * @description false makes accounts of people whom the hub does not let in yet
             * @default true
             */
            letIn?: boolean;
        };
        UserHome: {
            /** @description The disk's claim in the cluster */
            claim: string;
            /** @description The named server that it is for; empty for the default one */
            server: string;
            sizeGiB: number;
            storageClass: string | null;
            /** @description What the disk costs a month; null where no price is known */
            perMonth: components["schemas"]["Money"] | null;
        };
        UserPage: {
            items: components["schemas"]["User"][];
            nextCursor: string | null;
        };
        UserUpdate: {
            admin: boolean;
        };
        VarianceMonth: {
            /** @example 2026-05 */
            month: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @description What was expected at its beginning, or when the hub was made, for as many hours as the month has; null where no prices are known */
            estimate: string | null;
            estimatedAt: string | null;
            /** @description Everything that was expected was kept when it was told; otherwise some is reckoned now, by the prices of now */
            kept: boolean;
            /** @description As billed, or where no bill tells of all of it, as measured at list prices; null where nothing was measured, or it is being computed */
            actual: string | null;
            basis: string | null;
            /** @description Actual less estimate: the reasons add up to it, exactly */
            difference: string | null;
            /** @description Of the estimate */
            percent: number | null;
            /** @description In the order in which they are reckoned: an earlier one before a later one. `was` and `is` are what was expected and what came, where it is a figure */
            reasons: components["schemas"]["VarianceReason"][];
            words: string;
            /** @description What is in no amount */
            incomplete: string[];
        };
        VarianceReason: {
            /**
             * @example changes
             * @example part-of-month
             * @example unseen
             * @example users
             * @example hours
             * @example server-size
             * @example packing
             * @example node-price
             * @example homes
             * @example home-size
             * @example home-price
             * @example hub-disk
             * @example cluster
             * @example access
             * @example other
             * @example unknown
             * @example bill
             */
            name: string;
            /** @description What it makes the month dearer; negative: cheaper. Exact decimal, at most six places */
            amount: string;
            was: number | null;
            is: number | null;
            words: string;
        };
        Webhook: {
            /** @example webhook_01k9… */
            id: string;
            /** @example tenant_01k9… */
            tenantId: string;
            name: string;
            url: string;
            events: string[];
            /**
             * @example enabled
             * @example failing
             * @example disabled
             */
            state: string;
            disabledAt: string | null;
            /** @description `by-hand`; `gone`: the address answered 410; `failing`: it took nothing for five days */
            disabledReason: string | null;
            /** @description Since when it took nothing, where it takes nothing */
            failingSince: string | null;
            /** @description Until when the secret before the last rotation signs, too */
            previousSecretUntil: string | null;
            /** @description The ETag */
            generation: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        WebhookCreate: {
            /** @description A DNS label: lower-case letters, digits and hyphens, at most 63 */
            name: string;
            /**
             * @description An https address; redirects are not followed
             * @example https://portal.example.org/hubfleet
             */
            url: string;
            /**
             * @description Types of events: hub.culled, all of a noun as budget.*, what happened to any as *.failed, or *. The webhooks of the OpenAPI document list all types
             * @example [
             *       "operation.*",
             *       "hub.degraded"
             *     ]
             */
            events: string[];
        };
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            nextCursor: string | null;
        };
        WebhookRotate: {
            /**
             * @description So long the secret before signs, too; 0 where somebody else may have it
             * @default 86400
             */
            overlapSeconds?: number;
        };
        WebhookUpdate: {
            /**
             * @description An https address; redirects are not followed
             * @example https://portal.example.org/hubfleet
             */
            url?: string;
            /**
             * @description Types of events: hub.culled, all of a noun as budget.*, what happened to any as *.failed, or *. The webhooks of the OpenAPI document list all types
             * @example [
             *       "operation.*",
             *       "hub.degraded"
             *     ]
             */
            events?: string[];
            enabled?: boolean;
        };
        WebhookWithSecret: {
            /** @example webhook_01k9… */
            id: string;
            /** @example tenant_01k9… */
            tenantId: string;
            name: string;
            url: string;
            events: string[];
            /**
             * @example enabled
             * @example failing
             * @example disabled
             */
            state: string;
            disabledAt: string | null;
            /** @description `by-hand`; `gone`: the address answered 410; `failing`: it took nothing for five days */
            disabledReason: string | null;
            /** @description Since when it took nothing, where it takes nothing */
            failingSince: string | null;
            /** @description Until when the secret before the last rotation signs, too */
            previousSecretUntil: string | null;
            /** @description The ETag */
            generation: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /**
             * @description Verifies what is sent; nobody can read it again
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
        };
    };
    responses: {
        /** @description A problem */
        Problem: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Answers the plan with 200 and changes nothing */
        ValidateOnly: boolean;
        /** @description Makes no change but a plan of it, by a dry run in the cluster: the operation ends with its id, and `plan apply` makes the change */
        SavePlan: boolean;
        /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
        IdempotencyKey: string;
        /** @description The ETag of the revision that is changed; another one answers 412 */
        IfMatch: string;
        /** @description Id of the last event that was received: the stream goes on after it, losing none. 0 begins with the oldest; without it the stream begins now */
        LastEventId: string;
        /** @description Id of the event: the same whenever it is sent again */
        WebhookId: string;
        /** @description Seconds since 1970 at which this attempt was signed */
        WebhookTimestamp: string;
        /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
        WebhookSignature: string;
    };
    requestBodies: never;
    headers: {
        /** @description Id of the request, as in the log */
        RequestId: string;
        /** @description What is left of the budget, and seconds until it is full again */
        RateLimit: string;
        /** @description The revision */
        ETag: string;
        /** @description Address of the resource */
        Location: string;
        /** @description Address of the operation */
        OperationLocation: string;
        /** @description Seconds after which to ask again */
        RetryAfter: number;
        /** @description true: this is the answer of an earlier request with the same key */
        IdempotencyReplayed: "true";
    };
    pathItems: never;
}
export type ApprovalLimits = components['schemas']['ApprovalLimits'];
export type AwsAmbient = components['schemas']['AwsAmbient'];
export type AwsAmbientInput = components['schemas']['AwsAmbientInput'];
export type AwsAmbientPatch = components['schemas']['AwsAmbientPatch'];
export type AwsFederation = components['schemas']['AwsFederation'];
export type AwsFederationInput = components['schemas']['AwsFederationInput'];
export type AwsFederationPatch = components['schemas']['AwsFederationPatch'];
export type AwsKey = components['schemas']['AwsKey'];
export type AwsKeyInput = components['schemas']['AwsKeyInput'];
export type AwsKeyPatch = components['schemas']['AwsKeyPatch'];
export type AzureAmbient = components['schemas']['AzureAmbient'];
export type AzureAmbientInput = components['schemas']['AzureAmbientInput'];
export type AzureAmbientPatch = components['schemas']['AzureAmbientPatch'];
export type AzureFederation = components['schemas']['AzureFederation'];
export type AzureFederationInput = components['schemas']['AzureFederationInput'];
export type AzureFederationPatch = components['schemas']['AzureFederationPatch'];
export type AzureSecret = components['schemas']['AzureSecret'];
export type AzureSecretInput = components['schemas']['AzureSecretInput'];
export type AzureSecretPatch = components['schemas']['AzureSecretPatch'];
export type Bill = components['schemas']['Bill'];
export type BillFile = components['schemas']['BillFile'];
export type BillFilePage = components['schemas']['BillFilePage'];
export type BillPage = components['schemas']['BillPage'];
export type BillPart = components['schemas']['BillPart'];
export type BillRest = components['schemas']['BillRest'];
export type Billable = components['schemas']['Billable'];
export type Budget = components['schemas']['Budget'];
export type BudgetCreate = components['schemas']['BudgetCreate'];
export type BudgetForecast = components['schemas']['BudgetForecast'];
export type BudgetHub = components['schemas']['BudgetHub'];
export type BudgetOverride = components['schemas']['BudgetOverride'];
export type BudgetOverrideInput = components['schemas']['BudgetOverrideInput'];
export type BudgetPage = components['schemas']['BudgetPage'];
export type BudgetStatus = components['schemas']['BudgetStatus'];
export type BudgetThreshold = components['schemas']['BudgetThreshold'];
export type BudgetThresholdInput = components['schemas']['BudgetThresholdInput'];
export type BudgetThresholdStatus = components['schemas']['BudgetThresholdStatus'];
export type BudgetUpdate = components['schemas']['BudgetUpdate'];
export type Build = components['schemas']['Build'];
export type BuildCreate = components['schemas']['BuildCreate'];
export type BuildGit = components['schemas']['BuildGit'];
export type BuildGitInput = components['schemas']['BuildGitInput'];
export type BuildGitPatch = components['schemas']['BuildGitPatch'];
export type BuildLine = components['schemas']['BuildLine'];
export type BuildLogs = components['schemas']['BuildLogs'];
export type BuildPage = components['schemas']['BuildPage'];
export type BuildWorkflow = components['schemas']['BuildWorkflow'];
export type CallEvent = components['schemas']['CallEvent'];
export type Catalogue = components['schemas']['Catalogue'];
export type CatalogueDisk = components['schemas']['CatalogueDisk'];
export type CatalogueMachine = components['schemas']['CatalogueMachine'];
export type CataloguePage = components['schemas']['CataloguePage'];
export type CataloguePrices = components['schemas']['CataloguePrices'];
export type CertificateIssuer = components['schemas']['CertificateIssuer'];
export type CertificateIssuerInput = components['schemas']['CertificateIssuerInput'];
export type CertificateIssuerPatch = components['schemas']['CertificateIssuerPatch'];
export type CloudCredential = components['schemas']['CloudCredential'];
export type CloudCredentialInput = components['schemas']['CloudCredentialInput'];
export type CloudCredentialPatch = components['schemas']['CloudCredentialPatch'];
export type Cluster = components['schemas']['Cluster'];
export type ClusterBillables = components['schemas']['ClusterBillables'];
export type ClusterCloud = components['schemas']['ClusterCloud'];
export type ClusterCreate = components['schemas']['ClusterCreate'];
export type ClusterDaemons = components['schemas']['ClusterDaemons'];
export type ClusterFit = components['schemas']['ClusterFit'];
export type ClusterIngressClass = components['schemas']['ClusterIngressClass'];
export type ClusterNode = components['schemas']['ClusterNode'];
export type ClusterNodeGroup = components['schemas']['ClusterNodeGroup'];
export type ClusterNodeSize = components['schemas']['ClusterNodeSize'];
export type ClusterNodes = components['schemas']['ClusterNodes'];
export type ClusterPage = components['schemas']['ClusterPage'];
export type ClusterPlatform = components['schemas']['ClusterPlatform'];
export type ClusterPoolStatus = components['schemas']['ClusterPoolStatus'];
export type ClusterPrices = components['schemas']['ClusterPrices'];
export type ClusterScale = components['schemas']['ClusterScale'];
export type ClusterStatus = components['schemas']['ClusterStatus'];
export type ClusterStorageClass = components['schemas']['ClusterStorageClass'];
export type ClusterTaint = components['schemas']['ClusterTaint'];
export type ClusterUpdate = components['schemas']['ClusterUpdate'];
export type ClusterUpgrade = components['schemas']['ClusterUpgrade'];
export type ClusterWarning = components['schemas']['ClusterWarning'];
export type Condition = components['schemas']['Condition'];
export type ConfigNote = components['schemas']['ConfigNote'];
export type ContainerLog = components['schemas']['ContainerLog'];
export type CostChange = components['schemas']['CostChange'];
export type CostForecast = components['schemas']['CostForecast'];
export type CostKey = components['schemas']['CostKey'];
export type CostPeriod = components['schemas']['CostPeriod'];
export type CostReconciliation = components['schemas']['CostReconciliation'];
export type CostReport = components['schemas']['CostReport'];
export type CostSeries = components['schemas']['CostSeries'];
export type CostTotal = components['schemas']['CostTotal'];
export type CostUsage = components['schemas']['CostUsage'];
export type Credential = components['schemas']['Credential'];
export type CredentialCreate = components['schemas']['CredentialCreate'];
export type CredentialPage = components['schemas']['CredentialPage'];
export type CredentialStatus = components['schemas']['CredentialStatus'];
export type CredentialUpdate = components['schemas']['CredentialUpdate'];
export type CullPreview = components['schemas']['CullPreview'];
export type CullPreviewItem = components['schemas']['CullPreviewItem'];
export type CullProtection = components['schemas']['CullProtection'];
export type CullProtectionInput = components['schemas']['CullProtectionInput'];
export type CullProtectionPatch = components['schemas']['CullProtectionPatch'];
export type CullTotals = components['schemas']['CullTotals'];
export type CullingMeaning = components['schemas']['CullingMeaning'];
export type Delivery = components['schemas']['Delivery'];
export type DeliveryAttempt = components['schemas']['DeliveryAttempt'];
export type DeliveryEvent = components['schemas']['DeliveryEvent'];
export type DeliveryPage = components['schemas']['DeliveryPage'];
export type DiskType = components['schemas']['DiskType'];
export type DiskTypePage = components['schemas']['DiskTypePage'];
export type Disruption = components['schemas']['Disruption'];
export type DnsRecord = components['schemas']['DnsRecord'];
export type ErasedRows = components['schemas']['ErasedRows'];
export type Erasure = components['schemas']['Erasure'];
export type ErasureLeft = components['schemas']['ErasureLeft'];
export type Estimate = components['schemas']['Estimate'];
export type EstimateAdvice = components['schemas']['EstimateAdvice'];
export type EstimateAlternative = components['schemas']['EstimateAlternative'];
export type EstimateBootDisk = components['schemas']['EstimateBootDisk'];
export type EstimateBreak = components['schemas']['EstimateBreak'];
export type EstimateCalendar = components['schemas']['EstimateCalendar'];
export type EstimateCatalogue = components['schemas']['EstimateCatalogue'];
export type EstimateClass = components['schemas']['EstimateClass'];
export type EstimateComponent = components['schemas']['EstimateComponent'];
export type EstimateCorePool = components['schemas']['EstimateCorePool'];
export type EstimateCulling = components['schemas']['EstimateCulling'];
export type EstimateExtra = components['schemas']['EstimateExtra'];
export type EstimateInput = components['schemas']['EstimateInput'];
export type EstimateMode = components['schemas']['EstimateMode'];
export type EstimateOwnMachine = components['schemas']['EstimateOwnMachine'];
export type EstimateOwnPrices = components['schemas']['EstimateOwnPrices'];
export type EstimatePattern = components['schemas']['EstimatePattern'];
export type EstimatePool = components['schemas']['EstimatePool'];
export type EstimateReserve = components['schemas']['EstimateReserve'];
export type EstimateSelfPaced = components['schemas']['EstimateSelfPaced'];
export type EstimateSensitivity = components['schemas']['EstimateSensitivity'];
export type EstimateSuggestion = components['schemas']['EstimateSuggestion'];
export type EstimateTerm = components['schemas']['EstimateTerm'];
export type EstimateTypeFit = components['schemas']['EstimateTypeFit'];
export type EstimateUserType = components['schemas']['EstimateUserType'];
export type EstimateWaitMinutes = components['schemas']['EstimateWaitMinutes'];
export type EstimateWaits = components['schemas']['EstimateWaits'];
export type EstimateWeek = components['schemas']['EstimateWeek'];
export type EstimateWithAdvice = components['schemas']['EstimateWithAdvice'];
export type EstimatedPool = components['schemas']['EstimatedPool'];
export type Event = components['schemas']['Event'];
export type EventCondition = components['schemas']['EventCondition'];
export type EventCullAhead = components['schemas']['EventCullAhead'];
export type EventCulled = components['schemas']['EventCulled'];
export type EventPage = components['schemas']['EventPage'];
export type EventProblem = components['schemas']['EventProblem'];
export type EventTarget = components['schemas']['EventTarget'];
export type ExactMoney = components['schemas']['ExactMoney'];
export type ExportedChart = components['schemas']['ExportedChart'];
export type Finance = components['schemas']['Finance'];
export type FinanceInput = components['schemas']['FinanceInput'];
export type Fit = components['schemas']['Fit'];
export type FitNeeds = components['schemas']['FitNeeds'];
export type FitRest = components['schemas']['FitRest'];
export type Fits = components['schemas']['Fits'];
export type GcpAmbient = components['schemas']['GcpAmbient'];
export type GcpAmbientInput = components['schemas']['GcpAmbientInput'];
export type GcpAmbientPatch = components['schemas']['GcpAmbientPatch'];
export type GcpFederation = components['schemas']['GcpFederation'];
export type GcpFederationInput = components['schemas']['GcpFederationInput'];
export type GcpFederationPatch = components['schemas']['GcpFederationPatch'];
export type GcpKey = components['schemas']['GcpKey'];
export type GcpKeyInput = components['schemas']['GcpKeyInput'];
export type GcpKeyPatch = components['schemas']['GcpKeyPatch'];
export type Grant = components['schemas']['Grant'];
export type GrantCreate = components['schemas']['GrantCreate'];
export type GrantPage = components['schemas']['GrantPage'];
export type Group = components['schemas']['Group'];
export type GroupCreate = components['schemas']['GroupCreate'];
export type GroupPage = components['schemas']['GroupPage'];
export type GroupUpdate = components['schemas']['GroupUpdate'];
export type HomePrice = components['schemas']['HomePrice'];
export type Hub = components['schemas']['Hub'];
export type HubAccess = components['schemas']['HubAccess'];
export type HubAccessInput = components['schemas']['HubAccessInput'];
export type HubAccessPatch = components['schemas']['HubAccessPatch'];
export type HubBuild = components['schemas']['HubBuild'];
export type HubBuildInput = components['schemas']['HubBuildInput'];
export type HubBuildPatch = components['schemas']['HubBuildPatch'];
export type HubBuildWorkflow = components['schemas']['HubBuildWorkflow'];
export type HubCapacity = components['schemas']['HubCapacity'];
export type HubCapacityInput = components['schemas']['HubCapacityInput'];
export type HubCapacityPatch = components['schemas']['HubCapacityPatch'];
export type HubChart = components['schemas']['HubChart'];
export type HubChartInput = components['schemas']['HubChartInput'];
export type HubChartPatch = components['schemas']['HubChartPatch'];
export type HubCorePods = components['schemas']['HubCorePods'];
export type HubCorePodsInput = components['schemas']['HubCorePodsInput'];
export type HubCorePodsPatch = components['schemas']['HubCorePodsPatch'];
export type HubCost = components['schemas']['HubCost'];
export type HubCpu = components['schemas']['HubCpu'];
export type HubCpuInput = components['schemas']['HubCpuInput'];
export type HubCpuPatch = components['schemas']['HubCpuPatch'];
export type HubCreate = components['schemas']['HubCreate'];
export type HubCull = components['schemas']['HubCull'];
export type HubCulling = components['schemas']['HubCulling'];
export type HubCullingInput = components['schemas']['HubCullingInput'];
export type HubCullingPatch = components['schemas']['HubCullingPatch'];
export type HubDatabase = components['schemas']['HubDatabase'];
export type HubDatabaseInput = components['schemas']['HubDatabaseInput'];
export type HubDatabasePatch = components['schemas']['HubDatabasePatch'];
export type HubExport = components['schemas']['HubExport'];
export type HubExposure = components['schemas']['HubExposure'];
export type HubExposureInput = components['schemas']['HubExposureInput'];
export type HubExposurePatch = components['schemas']['HubExposurePatch'];
export type HubExtraResource = components['schemas']['HubExtraResource'];
export type HubExtraResourceInput = components['schemas']['HubExtraResourceInput'];
export type HubExtraResourcePatch = components['schemas']['HubExtraResourcePatch'];
export type HubGateway = components['schemas']['HubGateway'];
export type HubGatewayPatch = components['schemas']['HubGatewayPatch'];
export type HubGitRepository = components['schemas']['HubGitRepository'];
export type HubGitRepositoryPatch = components['schemas']['HubGitRepositoryPatch'];
export type HubHome = components['schemas']['HubHome'];
export type HubHomeInput = components['schemas']['HubHomeInput'];
export type HubHomePatch = components['schemas']['HubHomePatch'];
export type HubHttps = components['schemas']['HubHttps'];
export type HubHttpsInput = components['schemas']['HubHttpsInput'];
export type HubHttpsPatch = components['schemas']['HubHttpsPatch'];
export type HubImage = components['schemas']['HubImage'];
export type HubImageFound = components['schemas']['HubImageFound'];
export type HubImageInput = components['schemas']['HubImageInput'];
export type HubImagePatch = components['schemas']['HubImagePatch'];
export type HubImages = components['schemas']['HubImages'];
export type HubKubeconfig = components['schemas']['HubKubeconfig'];
export type HubKubeconfigInput = components['schemas']['HubKubeconfigInput'];
export type HubLogin = components['schemas']['HubLogin'];
export type HubLoginInput = components['schemas']['HubLoginInput'];
export type HubLoginPatch = components['schemas']['HubLoginPatch'];
export type HubLogs = components['schemas']['HubLogs'];
export type HubMemory = components['schemas']['HubMemory'];
export type HubMemoryInput = components['schemas']['HubMemoryInput'];
export type HubMemoryPatch = components['schemas']['HubMemoryPatch'];
export type HubName = components['schemas']['HubName'];
export type HubNodes = components['schemas']['HubNodes'];
export type HubNodesPatch = components['schemas']['HubNodesPatch'];
export type HubPage = components['schemas']['HubPage'];
export type HubPlan = components['schemas']['HubPlan'];
export type HubPrepull = components['schemas']['HubPrepull'];
export type HubRebase = components['schemas']['HubRebase'];
export type HubReplay = components['schemas']['HubReplay'];
export type HubRoute = components['schemas']['HubRoute'];
export type HubRouteInput = components['schemas']['HubRouteInput'];
export type HubRoutePatch = components['schemas']['HubRoutePatch'];
export type HubScale = components['schemas']['HubScale'];
export type HubScheduling = components['schemas']['HubScheduling'];
export type HubSchedulingInput = components['schemas']['HubSchedulingInput'];
export type HubSchedulingPatch = components['schemas']['HubSchedulingPatch'];
export type HubSecurity = components['schemas']['HubSecurity'];
export type HubSecurityInput = components['schemas']['HubSecurityInput'];
export type HubSecurityPatch = components['schemas']['HubSecurityPatch'];
export type HubSecurityReport = components['schemas']['HubSecurityReport'];
export type HubSpec = components['schemas']['HubSpec'];
export type HubSpecInput = components['schemas']['HubSpecInput'];
export type HubSpecPatch = components['schemas']['HubSpecPatch'];
export type HubStaticStorage = components['schemas']['HubStaticStorage'];
export type HubStaticStoragePatch = components['schemas']['HubStaticStoragePatch'];
export type HubStatus = components['schemas']['HubStatus'];
export type HubStorage = components['schemas']['HubStorage'];
export type HubStorageInput = components['schemas']['HubStorageInput'];
export type HubStoragePatch = components['schemas']['HubStoragePatch'];
export type HubTemplate = components['schemas']['HubTemplate'];
export type HubTemplateChange = components['schemas']['HubTemplateChange'];
export type HubTemplateInput = components['schemas']['HubTemplateInput'];
export type HubUpdate = components['schemas']['HubUpdate'];
export type HubUserPods = components['schemas']['HubUserPods'];
export type HubUserPodsInput = components['schemas']['HubUserPodsInput'];
export type HubUserPodsPatch = components['schemas']['HubUserPodsPatch'];
export type HubValue = components['schemas']['HubValue'];
export type HubValues = components['schemas']['HubValues'];
export type HubVariance = components['schemas']['HubVariance'];
export type IdentityProvider = components['schemas']['IdentityProvider'];
export type ImageJupyterhub = components['schemas']['ImageJupyterhub'];
export type ImagePullSecret = components['schemas']['ImagePullSecret'];
export type ImagePullSecretInput = components['schemas']['ImagePullSecretInput'];
export type ImagePullSecretPatch = components['schemas']['ImagePullSecretPatch'];
export type KeptPrice = components['schemas']['KeptPrice'];
export type KernelCulling = components['schemas']['KernelCulling'];
export type KernelCullingInput = components['schemas']['KernelCullingInput'];
export type KernelCullingPatch = components['schemas']['KernelCullingPatch'];
export type Key = components['schemas']['Key'];
export type KeyCreate = components['schemas']['KeyCreate'];
export type KeyPage = components['schemas']['KeyPage'];
export type LoginAddresses = components['schemas']['LoginAddresses'];
export type LoginAuth0 = components['schemas']['LoginAuth0'];
export type LoginAuth0Input = components['schemas']['LoginAuth0Input'];
export type LoginAuth0Patch = components['schemas']['LoginAuth0Patch'];
export type LoginAzureAd = components['schemas']['LoginAzureAd'];
export type LoginAzureAdInput = components['schemas']['LoginAzureAdInput'];
export type LoginAzureAdPatch = components['schemas']['LoginAzureAdPatch'];
export type LoginCiLogon = components['schemas']['LoginCILogon'];
export type LoginCiLogonInput = components['schemas']['LoginCILogonInput'];
export type LoginCiLogonPatch = components['schemas']['LoginCILogonPatch'];
export type LoginDummy = components['schemas']['LoginDummy'];
export type LoginDummyInput = components['schemas']['LoginDummyInput'];
export type LoginDummyPatch = components['schemas']['LoginDummyPatch'];
export type LoginFirstUse = components['schemas']['LoginFirstUse'];
export type LoginFirstUsePatch = components['schemas']['LoginFirstUsePatch'];
export type LoginGitHub = components['schemas']['LoginGitHub'];
export type LoginGitHubInput = components['schemas']['LoginGitHubInput'];
export type LoginGitHubPatch = components['schemas']['LoginGitHubPatch'];
export type LoginGitLab = components['schemas']['LoginGitLab'];
export type LoginGitLabInput = components['schemas']['LoginGitLabInput'];
export type LoginGitLabPatch = components['schemas']['LoginGitLabPatch'];
export type LoginGlobus = components['schemas']['LoginGlobus'];
export type LoginGlobusInput = components['schemas']['LoginGlobusInput'];
export type LoginGlobusPatch = components['schemas']['LoginGlobusPatch'];
export type LoginGoogle = components['schemas']['LoginGoogle'];
export type LoginGoogleInput = components['schemas']['LoginGoogleInput'];
export type LoginGooglePatch = components['schemas']['LoginGooglePatch'];
export type LoginHmac = components['schemas']['LoginHmac'];
export type LoginHmacInput = components['schemas']['LoginHmacInput'];
export type LoginHmacPatch = components['schemas']['LoginHmacPatch'];
export type LoginLdap = components['schemas']['LoginLdap'];
export type LoginLdapInput = components['schemas']['LoginLdapInput'];
export type LoginLdapPatch = components['schemas']['LoginLdapPatch'];
export type LoginLti13 = components['schemas']['LoginLti13'];
export type LoginLti13Patch = components['schemas']['LoginLti13Patch'];
export type LoginNative = components['schemas']['LoginNative'];
export type LoginNativePatch = components['schemas']['LoginNativePatch'];
export type LoginOidc = components['schemas']['LoginOidc'];
export type LoginOidcInput = components['schemas']['LoginOidcInput'];
export type LoginOidcPatch = components['schemas']['LoginOidcPatch'];
export type LoginOpenShift = components['schemas']['LoginOpenShift'];
export type LoginOpenShiftInput = components['schemas']['LoginOpenShiftInput'];
export type LoginOpenShiftPatch = components['schemas']['LoginOpenShiftPatch'];
export type LoginSharedPassword = components['schemas']['LoginSharedPassword'];
export type LoginSharedPasswordInput = components['schemas']['LoginSharedPasswordInput'];
export type LoginSharedPasswordPatch = components['schemas']['LoginSharedPasswordPatch'];
export type LoginTmp = components['schemas']['LoginTmp'];
export type LoginTmpPatch = components['schemas']['LoginTmpPatch'];
export type MachineRoom = components['schemas']['MachineRoom'];
export type MachineType = components['schemas']['MachineType'];
export type MachineTypePage = components['schemas']['MachineTypePage'];
export type MeasuredComponent = components['schemas']['MeasuredComponent'];
export type MeasuredCost = components['schemas']['MeasuredCost'];
export type MemoryPrice = components['schemas']['MemoryPrice'];
export type Money = components['schemas']['Money'];
export type MoneyRange = components['schemas']['MoneyRange'];
export type NewKey = components['schemas']['NewKey'];
export type NfsFolder = components['schemas']['NfsFolder'];
export type NfsFolderPatch = components['schemas']['NfsFolderPatch'];
export type ObjectChange = components['schemas']['ObjectChange'];
export type Operation = components['schemas']['Operation'];
export type OperationPage = components['schemas']['OperationPage'];
export type OperationStep = components['schemas']['OperationStep'];
export type OperationTarget = components['schemas']['OperationTarget'];
export type OwnDiskPrice = components['schemas']['OwnDiskPrice'];
export type OwnMachinePrice = components['schemas']['OwnMachinePrice'];
export type Person = components['schemas']['Person'];
export type PersonErase = components['schemas']['PersonErase'];
export type PersonIdentify = components['schemas']['PersonIdentify'];
export type Plan = components['schemas']['Plan'];
export type PlanApply = components['schemas']['PlanApply'];
export type PlanApproval = components['schemas']['PlanApproval'];
export type PlanPage = components['schemas']['PlanPage'];
export type PlanSummary = components['schemas']['PlanSummary'];
export type PlannedHub = components['schemas']['PlannedHub'];
export type Policy = components['schemas']['Policy'];
export type PolicyAllow = components['schemas']['PolicyAllow'];
export type PolicyAllowInput = components['schemas']['PolicyAllowInput'];
export type PolicyInput = components['schemas']['PolicyInput'];
export type Pool = components['schemas']['Pool'];
export type PoolInput = components['schemas']['PoolInput'];
export type Privacy = components['schemas']['Privacy'];
export type PrivacyInput = components['schemas']['PrivacyInput'];
export type Problem = components['schemas']['Problem'];
export type ProblemField = components['schemas']['ProblemField'];
export type Profile = components['schemas']['Profile'];
export type ProfileChoice = components['schemas']['ProfileChoice'];
export type ProfileChoiceInput = components['schemas']['ProfileChoiceInput'];
export type ProfileCpu = components['schemas']['ProfileCpu'];
export type ProfileExtraResource = components['schemas']['ProfileExtraResource'];
export type ProfileInput = components['schemas']['ProfileInput'];
export type ProfileMemory = components['schemas']['ProfileMemory'];
export type ProfileOption = components['schemas']['ProfileOption'];
export type ProfileOptionInput = components['schemas']['ProfileOptionInput'];
export type Progress = components['schemas']['Progress'];
export type QuietHours = components['schemas']['QuietHours'];
export type QuietHoursInput = components['schemas']['QuietHoursInput'];
export type ReconciledDay = components['schemas']['ReconciledDay'];
export type ReconciledTotal = components['schemas']['ReconciledTotal'];
export type RefusedSamples = components['schemas']['RefusedSamples'];
export type Region = components['schemas']['Region'];
export type RegionPage = components['schemas']['RegionPage'];
export type ReplayDifference = components['schemas']['ReplayDifference'];
export type ReplayMeasured = components['schemas']['ReplayMeasured'];
export type ReplayModelError = components['schemas']['ReplayModelError'];
export type ReplaySide = components['schemas']['ReplaySide'];
export type ReplayStop = components['schemas']['ReplayStop'];
export type ReplayStops = components['schemas']['ReplayStops'];
export type ReplayWaits = components['schemas']['ReplayWaits'];
export type SandboxCredential = components['schemas']['SandboxCredential'];
export type SandboxCredentialInput = components['schemas']['SandboxCredentialInput'];
export type SandboxCredentialPatch = components['schemas']['SandboxCredentialPatch'];
export type SavedPlan = components['schemas']['SavedPlan'];
export type Seats = components['schemas']['Seats'];
export type SecondsRange = components['schemas']['SecondsRange'];
export type SecurityItem = components['schemas']['SecurityItem'];
export type Server = components['schemas']['Server'];
export type ServerPage = components['schemas']['ServerPage'];
export type ServerStart = components['schemas']['ServerStart'];
export type SharedFolder = components['schemas']['SharedFolder'];
export type SigningKey = components['schemas']['SigningKey'];
export type SigningKeyCreate = components['schemas']['SigningKeyCreate'];
export type SigningKeyPage = components['schemas']['SigningKeyPage'];
export type Template = components['schemas']['Template'];
export type TemplateCreate = components['schemas']['TemplateCreate'];
export type TemplateDraft = components['schemas']['TemplateDraft'];
export type TemplatePage = components['schemas']['TemplatePage'];
export type TemplateParameter = components['schemas']['TemplateParameter'];
export type TemplateParameterInput = components['schemas']['TemplateParameterInput'];
export type TemplateUpdate = components['schemas']['TemplateUpdate'];
export type Tenant = components['schemas']['Tenant'];
export type TenantAdvance = components['schemas']['TenantAdvance'];
export type TenantCreate = components['schemas']['TenantCreate'];
export type TenantPage = components['schemas']['TenantPage'];
export type TenantTrust = components['schemas']['TenantTrust'];
export type TenantUpdate = components['schemas']['TenantUpdate'];
export type Term = components['schemas']['Term'];
export type TerminalCulling = components['schemas']['TerminalCulling'];
export type TerminalCullingInput = components['schemas']['TerminalCullingInput'];
export type TerminalCullingPatch = components['schemas']['TerminalCullingPatch'];
export type Toleration = components['schemas']['Toleration'];
export type TolerationInput = components['schemas']['TolerationInput'];
export type Trust = components['schemas']['Trust'];
export type TrustAudiences = components['schemas']['TrustAudiences'];
export type UnitPrice = components['schemas']['UnitPrice'];
export type UnitPricePage = components['schemas']['UnitPricePage'];
export type UnlistedChoice = components['schemas']['UnlistedChoice'];
export type User = components['schemas']['User'];
export type UserCreate = components['schemas']['UserCreate'];
export type UserHome = components['schemas']['UserHome'];
export type UserPage = components['schemas']['UserPage'];
export type UserUpdate = components['schemas']['UserUpdate'];
export type VarianceMonth = components['schemas']['VarianceMonth'];
export type VarianceReason = components['schemas']['VarianceReason'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookCreate = components['schemas']['WebhookCreate'];
export type WebhookPage = components['schemas']['WebhookPage'];
export type WebhookRotate = components['schemas']['WebhookRotate'];
export type WebhookUpdate = components['schemas']['WebhookUpdate'];
export type WebhookWithSecret = components['schemas']['WebhookWithSecret'];
export type ResponseProblem = components['responses']['Problem'];
export type ParameterValidateOnly = components['parameters']['ValidateOnly'];
export type ParameterSavePlan = components['parameters']['SavePlan'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterIfMatch = components['parameters']['IfMatch'];
export type ParameterLastEventId = components['parameters']['LastEventId'];
export type ParameterWebhookId = components['parameters']['WebhookId'];
export type ParameterWebhookTimestamp = components['parameters']['WebhookTimestamp'];
export type ParameterWebhookSignature = components['parameters']['WebhookSignature'];
export type HeaderRequestId = components['headers']['RequestId'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderOperationLocation = components['headers']['OperationLocation'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type HeaderIdempotencyReplayed = components['headers']['IdempotencyReplayed'];
export type $defs = Record<string, never>;
export interface operations {
    healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the process answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it can work: the database answers and its schema is current */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    diskTypeList: {
        parameters: {
            query: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description gcp, azure, aws or sandbox */
                provider: string;
                /** @description As the provider names it */
                region: string;
                /** @description Size of a home */
                gib?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kinds of disks in a region, with the price of one home */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiskTypePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    machineTypeList: {
        parameters: {
            query: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description gcp, azure, aws or sandbox */
                provider: string;
                /** @description As the provider names it */
                region: string;
                family?: string;
                /** @description At least so many vCPU */
                minVcpu?: number;
                /** @description At least so much memory */
                minMemoryGiB?: number;
                /** @description USD a month at most */
                maxPerMonth?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Machine types of a region with their prices, cheapest first */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineTypePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    regionList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description gcp, azure, aws or sandbox */
                provider?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Regions of the catalogue, with their zones */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unitPriceList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description gcp, azure, aws or sandbox */
                provider?: string;
                /** @description As the provider names it */
                region?: string;
                /** @description The machine type to reckon memory by */
                machineType?: string;
                /** @description A storage class or a kind of disk; otherwise the default one */
                storageClass?: string;
                /** @description Size of a home */
                homeGiB?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a GiB of memory and a GiB of home cost a month, by region */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPricePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    catalogueList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description gcp, azure, aws or sandbox */
                provider?: string;
                state?: "shipped" | "applied" | "rejected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Versions of the price catalogue, the newest first */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CataloguePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    catalogueGet: {
        parameters: {
            query?: {
                /** @description As the provider names it */
                region?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the catalogue */
                catalogue: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A version of the price catalogue, with its prices in a region */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CataloguePrices"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    catalogueRefresh: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the catalogue */
                catalogue: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    estimateCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstimateInput"];
            };
        };
        responses: {
            /** @description What a hub would cost */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EstimateWithAdvice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    estimateCreatePng: {
        parameters: {
            query?: {
                /** @description In pixels; a PNG has twice as many */
                width?: number;
                /** @description In pixels; a PNG has twice as many */
                height?: number;
                /** @description Whether it will stand on something light or dark */
                theme?: "light" | "dark";
                /** @description What is drawn: the cost of a month by component, or the busiest week */
                measure?: "cost" | "nodes" | "servers";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstimateInput"];
            };
        };
        responses: {
            /** @description What a hub would cost */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    estimateCreateSvg: {
        parameters: {
            query?: {
                /** @description In pixels; a PNG has twice as many */
                width?: number;
                /** @description In pixels; a PNG has twice as many */
                height?: number;
                /** @description Whether it will stand on something light or dark */
                theme?: "light" | "dark";
                /** @description What is drawn: the cost of a month by component, or the busiest week */
                measure?: "cost" | "nodes" | "servers";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstimateInput"];
            };
        };
        responses: {
            /** @description What a hub would cost */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signingKeyList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys that sign tokens for clouds, the newest first */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKeyPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signingKeyCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SigningKeyCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKey"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signingKeyGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the signingKey */
                signingKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A key that signs tokens for clouds */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKey"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signingKeyDelete: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the signingKey */
                signingKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKey"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only what this set of files made */
                managedBy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenants that the key may see */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A tenant */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantDelete: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantUpdate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TenantUpdate"];
                "application/merge-patch+json": components["schemas"]["TenantUpdate"];
            };
        };
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantAdvance: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantAdvance"];
            };
        };
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    billFileList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What lies in the folder of bills, and what became of it */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillFilePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    billList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bills that were loaded, the oldest first */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    billCreate: {
        parameters: {
            query?: {
                /** @description Whose all of it is of which no label, tag or name of a resource tells: the one cluster of an account */
                cluster?: string;
                /** @description For bills in other currencies: what one of it is in the currency of the clusters' costs */
                rates?: string[];
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        /** @description The file as it is */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bill"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    billGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the bill */
                bill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A provider's bill */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bill"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    billDelete: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the bill */
                bill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bill"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    budgetList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The budgets of a tenant, and how far the month is */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    budgetCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BudgetCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    budgetGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the budget */
                budget: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A budget, and how far the month is */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    budgetDelete: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the budget */
                budget: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    budgetUpdate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the budget */
                budget: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BudgetUpdate"];
                "application/merge-patch+json": components["schemas"]["BudgetUpdate"];
            };
        };
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    budgetOverride: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the budget */
                budget: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BudgetOverrideInput"];
            };
        };
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only what this set of files made */
                managedBy?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clusters of a tenant, and those that a grant lets it use */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClusterCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A cluster */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cluster"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterDelete: {
        parameters: {
            query?: {
                /** @description Of a managed cluster: what becomes of disks with files of people that hubs left in it. keep (the default): they stay in the cloud and are billed */
                disks?: "keep" | "delete";
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterUpdate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ClusterUpdate"];
                "application/merge-patch+json": components["schemas"]["ClusterUpdate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterBillables: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything of a managed cluster that bills in its cloud */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterBillables"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterFit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ClusterFit"];
            };
        };
        responses: {
            /** @description How many users of a hub that is not there yet would fit a node */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fits"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    grantList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who may use a cluster */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    grantCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    grantGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
                /** @description Id or name of the grant */
                grant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A grant */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    grantDelete: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
                /** @description Id or name of the grant */
                grant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterNodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The nodes of a cluster */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterNodes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterRebuild: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterScale: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClusterScale"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterStart: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterStop: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clusterUpgrade: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the cluster */
                cluster: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClusterUpgrade"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    costReport: {
        parameters: {
            query?: {
                /** @description A series for each of these, or for each pair or triple */
                by?: ("tenant" | "cluster" | "provider" | "region" | "pool" | "hub" | "group" | "user" | "component")[];
                /** @description Length of the periods; without it, the whole span is one. Terms are those of the tenant */
                every?: "hour" | "day" | "week" | "month" | "term";
                /** @description First day, by the tenant's clock; of hours also a moment. Without it, the first day of this month */
                from?: string;
                /** @description The day after the last. Without it, tomorrow */
                to?: string;
                /** @description So many of the first `by`, the dearest of the span; all others together are the rest */
                top?: number;
                /** @description Totals of as long a span just before, or of the same a year before */
                before?: "span" | "year";
                /** @description What the present month will have cost */
                forecast?: boolean;
                /** @description Of the tenant `platform` only: these tenants, or `*` for all */
                tenants?: string[];
                /** @description Only these, by id or name */
                cluster?: string[];
                /** @description Only these */
                provider?: string[];
                /** @description Only these */
                region?: string[];
                /** @description Only these */
                pool?: string[];
                /** @description Only these, by id or name */
                hub?: string[];
                /** @description Only these */
                group?: string[];
                /** @description Only these */
                user?: string[];
                /** @description Only these */
                component?: string[];
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a tenant cost and used, by whom and by when */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    costReportCsv: {
        parameters: {
            query?: {
                /** @description A series for each of these, or for each pair or triple */
                by?: ("tenant" | "cluster" | "provider" | "region" | "pool" | "hub" | "group" | "user" | "component")[];
                /** @description Length of the periods; without it, the whole span is one. Terms are those of the tenant */
                every?: "hour" | "day" | "week" | "month" | "term";
                /** @description First day, by the tenant's clock; of hours also a moment. Without it, the first day of this month */
                from?: string;
                /** @description The day after the last. Without it, tomorrow */
                to?: string;
                /** @description So many of the first `by`, the dearest of the span; all others together are the rest */
                top?: number;
                /** @description Totals of as long a span just before, or of the same a year before */
                before?: "span" | "year";
                /** @description What the present month will have cost */
                forecast?: boolean;
                /** @description Of the tenant `platform` only: these tenants, or `*` for all */
                tenants?: string[];
                /** @description Only these, by id or name */
                cluster?: string[];
                /** @description Only these */
                provider?: string[];
                /** @description Only these */
                region?: string[];
                /** @description Only these */
                pool?: string[];
                /** @description Only these, by id or name */
                hub?: string[];
                /** @description Only these */
                group?: string[];
                /** @description Only these */
                user?: string[];
                /** @description Only these */
                component?: string[];
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a tenant cost and used, by whom and by when */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    costReportFocusCsv: {
        parameters: {
            query?: {
                /** @description A series for each of these, or for each pair or triple */
                by?: ("tenant" | "cluster" | "provider" | "region" | "pool" | "hub" | "group" | "user" | "component")[];
                /** @description Length of the periods; without it, the whole span is one. Terms are those of the tenant */
                every?: "hour" | "day" | "week" | "month" | "term";
                /** @description First day, by the tenant's clock; of hours also a moment. Without it, the first day of this month */
                from?: string;
                /** @description The day after the last. Without it, tomorrow */
                to?: string;
                /** @description So many of the first `by`, the dearest of the span; all others together are the rest */
                top?: number;
                /** @description Totals of as long a span just before, or of the same a year before */
                before?: "span" | "year";
                /** @description What the present month will have cost */
                forecast?: boolean;
                /** @description Of the tenant `platform` only: these tenants, or `*` for all */
                tenants?: string[];
                /** @description Only these, by id or name */
                cluster?: string[];
                /** @description Only these */
                provider?: string[];
                /** @description Only these */
                region?: string[];
                /** @description Only these */
                pool?: string[];
                /** @description Only these, by id or name */
                hub?: string[];
                /** @description Only these */
                group?: string[];
                /** @description Only these */
                user?: string[];
                /** @description Only these */
                component?: string[];
                /** @description What is charged: at list prices as measured, or as the provider billed it */
                amounts?: "list" | "billed";
                /** @description Whether a file is refused in which amounts are missing that are not known, or has only those that are */
                unknown?: "refuse" | "omit";
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a tenant cost and used, by whom and by when */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    costReportPng: {
        parameters: {
            query?: {
                /** @description A series for each of these, or for each pair or triple */
                by?: ("tenant" | "cluster" | "provider" | "region" | "pool" | "hub" | "group" | "user" | "component")[];
                /** @description Length of the periods; without it, the whole span is one. Terms are those of the tenant */
                every?: "hour" | "day" | "week" | "month" | "term";
                /** @description First day, by the tenant's clock; of hours also a moment. Without it, the first day of this month */
                from?: string;
                /** @description The day after the last. Without it, tomorrow */
                to?: string;
                /** @description So many of the first `by`, the dearest of the span; all others together are the rest */
                top?: number;
                /** @description Totals of as long a span just before, or of the same a year before */
                before?: "span" | "year";
                /** @description What the present month will have cost */
                forecast?: boolean;
                /** @description Of the tenant `platform` only: these tenants, or `*` for all */
                tenants?: string[];
                /** @description Only these, by id or name */
                cluster?: string[];
                /** @description Only these */
                provider?: string[];
                /** @description Only these */
                region?: string[];
                /** @description Only these */
                pool?: string[];
                /** @description Only these, by id or name */
                hub?: string[];
                /** @description Only these */
                group?: string[];
                /** @description Only these */
                user?: string[];
                /** @description Only these */
                component?: string[];
                /** @description In pixels; a PNG has twice as many */
                width?: number;
                /** @description In pixels; a PNG has twice as many */
                height?: number;
                /** @description Whether it will stand on something light or dark */
                theme?: "light" | "dark";
                /** @description What is drawn */
                measure?: "cost" | "billed" | "hours" | "coreHours" | "gibHours" | "users" | "servers" | "nodes";
                /** @description Where there are several; without it, that of the dearest */
                currency?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a tenant cost and used, by whom and by when */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    costReportSvg: {
        parameters: {
            query?: {
                /** @description A series for each of these, or for each pair or triple */
                by?: ("tenant" | "cluster" | "provider" | "region" | "pool" | "hub" | "group" | "user" | "component")[];
                /** @description Length of the periods; without it, the whole span is one. Terms are those of the tenant */
                every?: "hour" | "day" | "week" | "month" | "term";
                /** @description First day, by the tenant's clock; of hours also a moment. Without it, the first day of this month */
                from?: string;
                /** @description The day after the last. Without it, tomorrow */
                to?: string;
                /** @description So many of the first `by`, the dearest of the span; all others together are the rest */
                top?: number;
                /** @description Totals of as long a span just before, or of the same a year before */
                before?: "span" | "year";
                /** @description What the present month will have cost */
                forecast?: boolean;
                /** @description Of the tenant `platform` only: these tenants, or `*` for all */
                tenants?: string[];
                /** @description Only these, by id or name */
                cluster?: string[];
                /** @description Only these */
                provider?: string[];
                /** @description Only these */
                region?: string[];
                /** @description Only these */
                pool?: string[];
                /** @description Only these, by id or name */
                hub?: string[];
                /** @description Only these */
                group?: string[];
                /** @description Only these */
                user?: string[];
                /** @description Only these */
                component?: string[];
                /** @description In pixels; a PNG has twice as many */
                width?: number;
                /** @description In pixels; a PNG has twice as many */
                height?: number;
                /** @description Whether it will stand on something light or dark */
                theme?: "light" | "dark";
                /** @description What is drawn */
                measure?: "cost" | "billed" | "hours" | "coreHours" | "gibHours" | "users" | "servers" | "nodes";
                /** @description Where there are several; without it, that of the dearest */
                currency?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a tenant cost and used, by whom and by when */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    costReconciliation: {
        parameters: {
            query?: {
                from?: string;
                /** @description The day after the last */
                to?: string;
                /** @description By id or name */
                cluster?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was measured beside what was billed, by cluster, day and component */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostReconciliation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only those for this cloud */
                cloud?: "gcp" | "azure" | "aws" | "sandbox";
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The credentials of a tenant */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the credential */
                credential: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A credential, without its secret */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialDelete: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the credential */
                credential: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialUpdate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the credential */
                credential: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialUpdate"];
                "application/merge-patch+json": components["schemas"]["CredentialUpdate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    credentialCheck: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the credential */
                credential: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    eventList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Types of events: hub.culled, all of a noun as budget.*, what happened to any as *.failed, or * */
                type?: string[];
                /** @description Only what is about this hub, by id or name */
                hub?: string;
                /** @description Only what happened from then on */
                since?: string;
            };
            header?: {
                /** @description Id of the last event that was received: the stream goes on after it, losing none. 0 begins with the oldest; without it the stream begins now */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened in a tenant, the oldest first */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                    "text/event-stream": components["schemas"]["Event"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    eventGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the event */
                event: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An event */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only those in this cluster */
                cluster?: string;
                /** @description Only those in this state */
                state?: string;
                /** @description Only what this set of files made */
                managedBy?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hubs of a tenant */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
                /** @description Makes no change but a plan of it, by a dry run in the cluster: the operation ends with its id, and `plan apply` makes the change */
                savePlan?: components["parameters"]["SavePlan"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HubCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A hub */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hub"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubDelete: {
        parameters: {
            query?: {
                /** @description keep: disks stay and are billed; delete: people's files are lost */
                homes?: "keep" | "delete";
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
                /** @description Makes no change but a plan of it, by a dry run in the cluster: the operation ends with its id, and `plan apply` makes the change */
                savePlan?: components["parameters"]["SavePlan"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubUpdate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
                /** @description Makes no change but a plan of it, by a dry run in the cluster: the operation ends with its id, and `plan apply` makes the change */
                savePlan?: components["parameters"]["SavePlan"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HubUpdate"];
                "application/merge-patch+json": components["schemas"]["HubUpdate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubBuildWorkflow: {
        parameters: {
            query?: {
                /** @description Whose workflow file */
                ci?: "github" | "gitlab";
                /** @description Where it is pushed; default: build.image of the hub */
                image?: string;
                /** @description Of which each commit is built */
                branch?: string;
                /** @description The address of this server, as the CI system reaches it */
                serverAddress?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A CI workflow file that builds the image of a hub outside of its cluster */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubBuildWorkflow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    buildList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The builds of a hub */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    buildCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuildCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    buildGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the build */
                build: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A build */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Build"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    buildCancel: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the build */
                build: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Build"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    buildEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Id of the last event that was received, such as build.12: the log goes on after it; without it, from its beginning */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the build */
                build: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log of a build as it is written (events named log), and the build at each change until it ends (events named build) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["BuildLine"] | components["schemas"]["Build"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    buildLogs: {
        parameters: {
            query?: {
                /** @description Of each container */
                lines?: number;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the build */
                build: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last lines that a build wrote */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildLogs"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubCost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a hub is expected to cost a month, beside what it has cost so far */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubCost"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubCull: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
                /** @description Makes no change but a plan of it, by a dry run in the cluster: the operation ends with its id, and `plan apply` makes the change */
                savePlan?: components["parameters"]["SavePlan"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HubCull"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubExport: {
        parameters: {
            query?: {
                /** @description With the hub's secrets; else each is masked, and helm would make another hub */
                secrets?: boolean;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A hub as plain files, with which helm alone makes the same hub */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubExport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubFit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many users fit a node, and what binds, for each profile and kind of node */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fits"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    groupList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups of a hub */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    groupCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    groupGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the group */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A group of a hub, with its members */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    groupDelete: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the group */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    groupUpdate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the group */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GroupUpdate"];
                "application/merge-patch+json": components["schemas"]["GroupUpdate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubImages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The images that servers of a hub run, as their registries have them now */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubImages"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubKubeconfig: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HubKubeconfigInput"];
            };
        };
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubKubeconfig"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubLogs: {
        parameters: {
            query?: {
                /** @description hub, proxy, user-scheduler, autohttps or continuous-image-puller */
                component?: string;
                /** @description The servers of this user instead */
                user?: string;
                /** @description Of each container */
                lines?: number;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last lines that a part of a hub wrote */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubLogs"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubPause: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hub"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubPin: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
                /** @description Makes no change but a plan of it, by a dry run in the cluster: the operation ends with its id, and `plan apply` makes the change */
                savePlan?: components["parameters"]["SavePlan"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubPlan: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HubPlan"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubPrepull: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HubPrepull"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubRebase: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
                /** @description Makes no change but a plan of it, by a dry run in the cluster: the operation ends with its id, and `plan apply` makes the change */
                savePlan?: components["parameters"]["SavePlan"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HubRebase"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubReplay: {
        parameters: {
            query?: {
                /** @description By the tenant's clock. Without it and from, the month before this one */
                month?: string;
                /** @description First day */
                from?: string;
                /** @description The day after the last; without it, tomorrow */
                to?: string;
                /** @description false: idle servers are never stopped */
                culling?: boolean;
                /** @description Idle for this long is unused, and the server is stopped */
                timeoutSeconds?: number;
                /** @description How often it is looked at */
                everySeconds?: number;
                /** @description Servers older than this are stopped even when used; 0 for never */
                maxAgeSeconds?: number;
                /** @description The user pool that machineType, spot, nodes, min and max are of; without it, all */
                pool?: string;
                /** @description As `hubfleet machine-type list` has it */
                machineType?: string;
                /** @description Nodes that the cloud may take away, at the spot price */
                spot?: boolean;
                /** @description Always so many nodes, whoever is there */
                nodes?: number;
                /** @description Nodes that are always there; more come as they are needed */
                min?: number;
                /** @description There are never more nodes */
                max?: number;
                /** @description Seats kept warm */
                seats?: number;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a hub would have cost under another setting, by its measured sessions */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubReplay"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubResume: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hub"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubScale: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
                /** @description Makes no change but a plan of it, by a dry run in the cluster: the operation ends with its id, and `plan apply` makes the change */
                savePlan?: components["parameters"]["SavePlan"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HubScale"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubSecurity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How secure a hub is, item by item */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubSecurityReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    serverList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only those of this user, the stopped ones too */
                user?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The servers of a hub that run, start or stop */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    serverGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the server */
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A server of somebody */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Server"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    serverDelete: {
        parameters: {
            query: {
                /** @description keep: the disk stays, is billed, and is there again for an account of the same name; delete: the files are lost */
                home: "keep" | "delete";
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the server */
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    serverStart: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the server */
                server: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ServerStart"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    serverStop: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the server */
                server: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubStart: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
                /** @description Makes no change but a plan of it, by a dry run in the cluster: the operation ends with its id, and `plan apply` makes the change */
                savePlan?: components["parameters"]["SavePlan"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubStop: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
                /** @description Makes no change but a plan of it, by a dry run in the cluster: the operation ends with its id, and `plan apply` makes the change */
                savePlan?: components["parameters"]["SavePlan"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    userList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description active: with a server that runs, starts or stops */
                state?: "active" | "inactive";
                /** @description Only those with this in their name */
                name?: string;
                /** @description -lastActivity: who was active last comes first */
                sort?: "name" | "-name" | "lastActivity" | "-lastActivity";
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users of a hub, with what they run and when they were active */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    userCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    userGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the user */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A user of a hub: servers, groups, disks and what those cost */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    userDelete: {
        parameters: {
            query: {
                /** @description keep: the disk stays, is billed, and is there again for an account of the same name; delete: the files are lost */
                home: "keep" | "delete";
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the user */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    userUpdate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
                /** @description Id or name of the user */
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdate"];
                "application/merge-patch+json": components["schemas"]["UserUpdate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubValues: {
        parameters: {
            query?: {
                /** @description Only what is here or below, as memory.limit or /memory/limit */
                path?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is in force for a hub, and which layer decided it */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubValues"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hubVariance: {
        parameters: {
            query?: {
                /** @description By the tenant's clock; without it, the month before this one */
                month?: string;
                /** @description So many, of which that is the last */
                months?: number;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the hub */
                hub: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a hub cost in a month beside what was expected, with the reasons for the difference */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubVariance"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    keyList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys of a tenant */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    keyCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    keyGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the key */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A key, without the secret */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    keyDelete: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the key */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    operationList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only those of this hub or cluster, by id */
                target?: string;
                state?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operations of a tenant */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    operationGet: {
        parameters: {
            query?: {
                /** @description Seconds to wait for a change of a running operation before answering */
                wait?: number;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the operation */
                operation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An operation */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    operationCancel: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the operation */
                operation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    operationEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the operation */
                operation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation at each change, until it ends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    personErase: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the person */
                person: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PersonErase"];
            };
        };
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    personIdentify: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the person */
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonIdentify"];
            };
        };
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    planList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only those of this hub, by its id */
                hub?: string;
                /** @description Only those in this state; expired ones have the state in which they expired */
                state?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The saved plans of a tenant */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    planGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the plan */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A plan: in words first, then in detail */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedPlan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    planDelete: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the plan */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedPlan"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    planApply: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the plan */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlanApply"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    planApprove: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the plan */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedPlan"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    templateList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only what this set of files made */
                managedBy?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The templates of a tenant, and those of the platform */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    templateCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    templateGet: {
        parameters: {
            query?: {
                /** @description Which version of it; default: the newest */
                atVersion?: number;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the template */
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A template */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    templateDelete: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the template */
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    templateUpdate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the template */
                template: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TemplateUpdate"];
                "application/merge-patch+json": components["schemas"]["TemplateUpdate"];
            };
        };
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenantTrust: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a cloud is told so that it takes the tokens that Hubfleet signs for the tenant */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantTrust"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    webhookList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where a tenant's events are sent */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    webhookCreate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookCreate"];
            };
        };
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    webhookGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where events are sent, and how that goes */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    webhookDelete: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    webhookUpdate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WebhookUpdate"];
                "application/merge-patch+json": components["schemas"]["WebhookUpdate"];
            };
        };
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deliveryList: {
        parameters: {
            query?: {
                /** @description Items in a page */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                state?: "pending" | "succeeded" | "failed";
            };
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was and will be sent to an address, the oldest first */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deliveryGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the webhook */
                webhook: string;
                /** @description Id or name of the delivery */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An event on its way to an address */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deliveryReplay: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the webhook */
                webhook: string;
                /** @description Id or name of the delivery */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    webhookRotate: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the revision that is changed; another one answers 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WebhookRotate"];
            };
        };
        responses: {
            /** @description Done; or the plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"] | components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    webhookTest: {
        parameters: {
            query?: {
                /** @description Answers the plan with 200 and changes nothing */
                validateOnly?: components["parameters"]["ValidateOnly"];
            };
            header?: {
                /** @description The same request sent twice with the same key happens once; for 24 hours. Bare or quoted */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id or name of the tenant */
                tenant: string;
                /** @description Id or name of the webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan, under `validateOnly` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Accepted: the operation tells how it goes */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Operation-Location": components["headers"]["OperationLocation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "event-bill.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "bill.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-bill.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "bill.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-budget.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "budget.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-budget.crossed": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "budget.crossed";
                    data?: {
                        /** @description Its name */
                        budget: string;
                        /**
                         * @example 80 %
                         * @example forecast 100 %: freeze
                         */
                        threshold: string;
                        /** @description Spent so far: an exact decimal in the currency of the budget */
                        actual: string;
                        /** @description By the end of the month */
                        expected: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-budget.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "budget.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-budget.in-force": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "budget.in-force";
                    data?: {
                        /** @description Its name */
                        budget: string;
                        threshold: string;
                        /** @description Which hubs were stopped, started or scaled */
                        done: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-budget.lifted": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "budget.lifted";
                    data?: {
                        /** @description Its name */
                        budget: string;
                        threshold: string;
                        /** @description Which hubs were stopped, started or scaled */
                        done: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-budget.overridden": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "budget.overridden";
                    data?: {
                        /** @description Its name */
                        budget: string;
                        until: string | null;
                        reason: string;
                        by: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-budget.override": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "budget.override";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-budget.update": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "budget.update";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-build.cancel": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "build.cancel";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-build.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "build.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-catalogue.applied": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "catalogue.applied";
                    data?: {
                        provider: string;
                        version: string;
                        changed: number;
                        /** @description Odd prices that stayed as they were */
                        kept: number;
                        reasons: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-catalogue.refresh": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "catalogue.refresh";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-catalogue.rejected": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "catalogue.rejected";
                    data?: {
                        provider: string;
                        version: string;
                        changed: number;
                        /** @description Odd prices that stayed as they were */
                        kept: number;
                        reasons: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.conditions-changed": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.conditions-changed";
                    data?: {
                        conditions: components["schemas"]["EventCondition"][];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.creating": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.creating";
                    data?: {
                        /** @description The state before */
                        from: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.degraded": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.degraded";
                    data?: {
                        /** @description The state before */
                        from: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.deleted": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.deleted";
                    data?: {
                        /** @description The state before */
                        from: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.deleting": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.deleting";
                    data?: {
                        /** @description The state before */
                        from: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.error": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.error";
                    data?: {
                        /** @description The state before */
                        from: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.ready": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.ready";
                    data?: {
                        /** @description The state before */
                        from: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.rebuild": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.rebuild";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.scale": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.scale";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.start": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.start";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.stop": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.stop";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.stopped": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.stopped";
                    data?: {
                        /** @description The state before */
                        from: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.update": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.update";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.updating": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.updating";
                    data?: {
                        /** @description The state before */
                        from: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-cluster.upgrade": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "cluster.upgrade";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-credential.check": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "credential.check";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-credential.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "credential.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-credential.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "credential.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-credential.ready": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "credential.ready";
                    data?: {
                        name: string;
                        from: string;
                        code?: string;
                        detail?: string;
                        /** @description Names of the clusters that use it */
                        clusters: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-credential.refused": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "credential.refused";
                    data?: {
                        name: string;
                        from: string;
                        code?: string;
                        detail?: string;
                        /** @description Names of the clusters that use it */
                        clusters: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-credential.update": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "credential.update";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-delivery.replay": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "delivery.replay";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-grant.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "grant.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-grant.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "grant.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-group.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "group.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-group.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "group.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-group.update": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "group.update";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.conditions-changed": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.conditions-changed";
                    data?: {
                        conditions: components["schemas"]["EventCondition"][];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.creating": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.creating";
                    data?: {
                        /** @description The state before */
                        from: string;
                        /** @description What is waited for, or what is wrong; empty when all is well */
                        message: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.cull": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.cull";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.cull-ahead": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.cull-ahead";
                    data?: {
                        /** @description Its name */
                        hub: string;
                        servers: components["schemas"]["EventCullAhead"][];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.culled": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.culled";
                    data?: {
                        /** @description Its name */
                        hub: string;
                        servers: components["schemas"]["EventCulled"][];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.degraded": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.degraded";
                    data?: {
                        /** @description The state before */
                        from: string;
                        /** @description What is waited for, or what is wrong; empty when all is well */
                        message: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.deleted": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.deleted";
                    data?: {
                        /** @description The state before */
                        from: string;
                        /** @description What is waited for, or what is wrong; empty when all is well */
                        message: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.deleting": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.deleting";
                    data?: {
                        /** @description The state before */
                        from: string;
                        /** @description What is waited for, or what is wrong; empty when all is well */
                        message: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.error": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.error";
                    data?: {
                        /** @description The state before */
                        from: string;
                        /** @description What is waited for, or what is wrong; empty when all is well */
                        message: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.kubeconfig": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.kubeconfig";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.pause": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.pause";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.pin": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.pin";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.plan": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.plan";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.prepull": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.prepull";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.ready": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.ready";
                    data?: {
                        /** @description The state before */
                        from: string;
                        /** @description What is waited for, or what is wrong; empty when all is well */
                        message: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.rebase": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.rebase";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.resume": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.resume";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.scale": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.scale";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.start": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.start";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.stop": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.stop";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.stopped": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.stopped";
                    data?: {
                        /** @description The state before */
                        from: string;
                        /** @description What is waited for, or what is wrong; empty when all is well */
                        message: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.update": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.update";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-hub.updating": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "hub.updating";
                    data?: {
                        /** @description The state before */
                        from: string;
                        /** @description What is waited for, or what is wrong; empty when all is well */
                        message: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-key.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "key.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-key.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "key.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-operation.cancel": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "operation.cancel";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-operation.canceled": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "operation.canceled";
                    data?: {
                        /** @example hub.scale */
                        kind: string;
                        target: components["schemas"]["EventTarget"];
                        requestedBy: string;
                        /**
                         * @example api
                         * @example budget
                         */
                        reason: string;
                        /** @description Why it failed */
                        error: components["schemas"]["EventProblem"] | null;
                        /** @description The operation with the later revision */
                        supersededBy: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-operation.failed": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "operation.failed";
                    data?: {
                        /** @example hub.scale */
                        kind: string;
                        target: components["schemas"]["EventTarget"];
                        requestedBy: string;
                        /**
                         * @example api
                         * @example budget
                         */
                        reason: string;
                        /** @description Why it failed */
                        error: components["schemas"]["EventProblem"] | null;
                        /** @description The operation with the later revision */
                        supersededBy: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-operation.succeeded": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "operation.succeeded";
                    data?: {
                        /** @example hub.scale */
                        kind: string;
                        target: components["schemas"]["EventTarget"];
                        requestedBy: string;
                        /**
                         * @example api
                         * @example budget
                         */
                        reason: string;
                        /** @description Why it failed */
                        error: components["schemas"]["EventProblem"] | null;
                        /** @description The operation with the later revision */
                        supersededBy: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-person.erase": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "person.erase";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-person.identified": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "person.identified";
                    data?: {
                        reason: string;
                        by: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-person.identify": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "person.identify";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-plan.apply": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "plan.apply";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-plan.approve": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "plan.approve";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-plan.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "plan.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-plan.failed": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "plan.failed";
                    data?: {
                        hub: string | null;
                        reasons?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-plan.ready": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "plan.ready";
                    data?: {
                        hub: string | null;
                        reasons?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-plan.waiting-for-approval": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "plan.waiting-for-approval";
                    data?: {
                        hub: string | null;
                        reasons?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-server.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "server.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-server.start": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "server.start";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-server.stop": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "server.stop";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-signingKey.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "signingKey.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-signingKey.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "signingKey.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-template.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "template.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-template.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "template.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-template.update": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "template.update";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-tenant.advance": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "tenant.advance";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-tenant.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "tenant.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-tenant.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "tenant.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-tenant.update": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "tenant.update";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-user.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "user.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-user.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "user.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-user.update": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "user.update";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-webhook.create": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "webhook.create";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-webhook.delete": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "webhook.delete";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-webhook.disabled": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "webhook.disabled";
                    data?: {
                        name: string;
                        /**
                         * @example gone
                         * @example failing
                         */
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-webhook.rotate": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "webhook.rotate";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-webhook.test": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "webhook.test";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "event-webhook.update": {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event: the same whenever it is sent again */
                "webhook-id": components["parameters"]["WebhookId"];
                /** @description Seconds since 1970 at which this attempt was signed */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] & {
                    /** @constant */
                    type?: "webhook.update";
                    data?: components["schemas"]["CallEvent"];
                };
            };
        };
        responses: {
            /** @description Send nothing any more: the webhook is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again, for three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
