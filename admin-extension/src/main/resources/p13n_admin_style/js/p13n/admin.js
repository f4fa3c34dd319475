/* The personalization section: a slider beside the number, figures that refresh themselves, forms that are sent once. */
(function (document, window) {
    'use strict';

    var REFRESH_MILLIS = 5000;
    var AWAY_MILLIS = 15 * 60 * 1000; /* a page left open must not keep its log-in alive for ever */
    var page = document.getElementById('p13n');

    function byId(id) {
        return document.getElementById(id);
    }

    function write(element, text) {
        if (element && element.textContent !== text) {
            element.textContent = text;
        }
    }

    /* ----- the forms ----- */

    function sendOnce(form) {
        form.addEventListener('submit', function (event) {
            if (form.getAttribute('data-sent')) {
                event.preventDefault();
            }
            form.setAttribute('data-sent', 'sent');
        });
    }

    function setUpForms() {
        var forms = page.querySelectorAll('form.p13n-once');
        var i;
        for (i = 0; i < forms.length; i++) {
            sendOnce(forms[i]);
        }
        /* a page that comes back from the browser's memory may be sent again */
        window.addEventListener('pageshow', function () {
            for (i = 0; i < forms.length; i++) {
                forms[i].removeAttribute('data-sent');
            }
        });
    }

    function setUpConfirmation(confirm) {
        var cancel = confirm.querySelector('.p13n-cancel');
        cancel.hidden = false;
        cancel.addEventListener('click', function () {
            confirm.open = false;
            confirm.querySelector('summary').focus();
        });
        confirm.addEventListener('toggle', function () {
            if (confirm.open) {
                confirm.querySelector('button[type=submit]').focus();
            }
        });
    }

    function setUpConfirmations() {
        var confirmations = page.querySelectorAll('.p13n-confirm');
        var i;
        for (i = 0; i < confirmations.length; i++) {
            setUpConfirmation(confirmations[i]);
        }
    }

    function percentOf(text) {
        var match = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(text);
        var percent = match ? parseFloat(match[1] + '.' + (match[2] || '0')) : NaN;
        return percent >= 0 && percent <= 100 ? percent : NaN;
    }

    function meaningOf(percent) {
        if (percent === 0) {
            return 'none';
        } else if (percent <= 30) {
            return 'light';
        }
        return percent <= 70 ? 'balanced' : 'strong';
    }

    function setUpSlider() {
        var number = byId('p13n-strength');
        var slider = byId('p13n-strength-slider');
        var is = byId('p13n-strength-is');

        function explain() {
            var percent = percentOf(number.value);
            var meaning = isNaN(percent) ? '' : is.getAttribute('data-' + meaningOf(percent));
            write(is, meaning);
            is.hidden = meaning === '';
            slider.setAttribute('aria-valuetext', number.value + ' %. ' + meaning);
        }

        slider.addEventListener('input', function () {
            number.value = slider.value;
            explain();
        });
        number.addEventListener('input', function () {
            var percent = percentOf(number.value);
            if (!isNaN(percent)) {
                slider.value = percent;
            }
            explain();
        });
        slider.parentNode.hidden = false;
        explain();
    }

    function isBeingEdited() {
        return byId('p13n-strength').value !== page.getAttribute('data-strength')
            || !!page.querySelector('.p13n-confirm[open]')
            || !!byId('p13n-model-error'); /* a page to be read, and one that a reload would send again */
    }

    /* ----- the figures ----- */

    function showTexts(texts) {
        var places = page.querySelectorAll('[data-p13n]');
        var i;
        for (i = 0; i < places.length; i++) {
            write(places[i], texts[places[i].getAttribute('data-p13n')] || '');
        }
    }

    function showDays(days) {
        var heads = page.querySelectorAll('#p13n-chart thead th');
        var i;
        for (i = 0; i < days.length; i++) {
            write(heads[i + 1].querySelector('span'), days[i].weekday);
            write(heads[i + 1].querySelector('b'), days[i].dayOfMonth);
        }
    }

    function showRow(row, activity) {
        var cells = row.querySelectorAll('td.p13n-bar');
        var sums = row.querySelectorAll('td.p13n-sum');
        var i;
        for (i = 0; i < cells.length; i++) {
            cells[i].title = activity.bars[i].inFull;
            cells[i].querySelector('i').style.height = activity.bars[i].height + '%';
            write(cells[i].querySelector('.p13n-count'), activity.bars[i].text);
        }
        write(sums[0], activity.today);
        write(sums[1], activity.sum);
    }

    function showActivity(activity) {
        var i;
        var row;
        for (i = 0; i < activity.length; i++) {
            row = page.querySelector('#p13n-chart tr[data-type="' + activity[i].type + '"]');
            if (row) {
                showRow(row, activity[i]);
            }
        }
    }

    function nodeRow(node) {
        var row = document.createElement('tr');
        var name = document.createElement('th');
        var i;
        var cell;
        row.className = node.live ? 'is-live' : 'is-silent';
        name.setAttribute('scope', 'row');
        write(name, node.name);
        row.appendChild(name);
        for (i = 0; i < node.cells.length; i++) {
            cell = document.createElement('td');
            cell.className = i === 0 ? 'p13n-node-state' : 'p13n-right';
            write(cell, node.cells[i]);
            row.appendChild(cell);
        }
        return row;
    }

    function showNodes(nodes, gone) {
        var table = byId('p13n-nodes');
        var old = table.querySelector('tbody');
        var fresh = document.createElement('tbody');
        var i;
        for (i = 0; i < nodes.length; i++) {
            fresh.appendChild(nodeRow(nodes[i]));
        }
        table.replaceChild(fresh, old);
        table.hidden = nodes.length === 0;
        byId('p13n-nodes-none').hidden = nodes.length !== 0;
        write(byId('p13n-nodes-gone'), gone);
        byId('p13n-nodes-gone').hidden = gone === '';
    }

    function showModel(row, model) {
        var cells = row.querySelectorAll('td.p13n-cell');
        var i;
        for (i = 0; i < cells.length; i++) {
            write(cells[i], model.cells[i]);
        }
    }

    /* which models there are, and which is shown, changes with a reload: their forms come from the server */
    function showModels(models) {
        var learn = byId('p13n-learn');
        var i;
        var row;
        for (i = 0; i < models.rows.length; i++) {
            row = page.querySelector('#p13n-models tr[data-version="' + models.rows[i].version + '"]');
            if (row) {
                showModel(row, models.rows[i]);
            }
        }
        write(byId('p13n-training'), models.training);
        write(byId('p13n-model-by'), models.change);
        if (learn) {
            learn.disabled = !models.askable;
            byId('p13n-stop').hidden = !models.stoppable;
        }
    }

    function showSettings(status) {
        var changed = String(status.enabled) !== page.getAttribute('data-enabled')
            || status.strength !== page.getAttribute('data-strength')
            || status.models.key !== page.getAttribute('data-models');
        write(byId('p13n-strength-by'), status.strengthChange);
        if (changed && !isBeingEdited()) {
            window.location.reload();
        }
        byId('p13n-changed').hidden = !changed;
        if (!changed) {
            write(byId('p13n-enabled-by'), status.enabledChange);
        }
    }

    function show(status) {
        showTexts(status.texts);
        showDays(status.days);
        showActivity(status.activity);
        showNodes(status.nodes, status.goneNodes);
        showModels(status.models);
        showSettings(status);
        byId('p13n-asleep').hidden = status.running;
        byId('p13n-problem').className = 'p13n-card' + (status.troubled ? ' is-troubled' : '');
    }

    /* ----- the refreshing ----- */

    var lastSeenUser = new Date().getTime();
    var stopped = false;

    function say(what) {
        var line = byId('p13n-live');
        write(line, page.getAttribute('data-' + what));
        line.className = what === 'live' ? 'is-live' : (what === 'paused' ? '' : 'is-lost');
    }

    function isAway() {
        return document.hidden || new Date().getTime() - lastSeenUser > AWAY_MILLIS;
    }

    function take(request) {
        if (/^\s*\{/.test(request.responseText) && request.status === 200) {
            show(JSON.parse(request.responseText));
            say('live');
        } else if (request.status === 200 || request.status === 403) {
            stopped = true; /* the log-in page, or a right that was taken away */
            say('loggedout');
        } else {
            say('lost');
        }
    }

    function refresh() {
        var request = new XMLHttpRequest();
        if (stopped) {
            return;
        }
        if (isAway()) {
            say('paused');
            window.setTimeout(refresh, REFRESH_MILLIS);
            return;
        }
        request.open('GET', page.getAttribute('data-status'));
        request.timeout = 4 * REFRESH_MILLIS;
        request.onload = function () {
            take(request);
        };
        request.onerror = request.ontimeout = function () {
            say('lost');
        };
        request.onloadend = function () {
            window.setTimeout(refresh, REFRESH_MILLIS);
        };
        request.send();
    }

    function sawUser() {
        lastSeenUser = new Date().getTime();
    }

    if (page) {
        setUpForms();
        setUpConfirmations();
        setUpSlider();
        document.addEventListener('mousemove', sawUser);
        document.addEventListener('keydown', sawUser);
        document.addEventListener('touchstart', sawUser);
        say('live');
        window.setTimeout(refresh, REFRESH_MILLIS);
    }
}(document, window));
