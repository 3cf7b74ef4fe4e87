// Entry point: the style sheets in their order, then every element.
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/tables.css';
import './styles/feedback.css';
import './styles/forms.css';
import './styles/campaign.css';
import './styles/statistics.css';
import './styles/launch.css';
import './styles/pruning.css';
import './styles/trial.css';
import './styles/structure.css';
import './styles/workers.css';

import './core/clock';
import './components/copy';
import './components/toasts';
import './charts/chart';
import './header';
import './pages';
import './campaigns/campaigns-page';
import './launch/launch-page';
import './campaign/campaign-page';
import './trial/trial-page';
import './workers/workers-page';
import './app';
