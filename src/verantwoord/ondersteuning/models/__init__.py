from verantwoord.ondersteuning.models.aanbod import Aanbod
from verantwoord.ondersteuning.models.bijdrage import Bijdrage
from verantwoord.ondersteuning.models.verwijzing import Verwijzing, Verwijzingsstap
from verantwoord.ondersteuning.models.wens import Wens, Wensstap

__all__ = ["Aanbod", "Bijdrage", "Verwijzing", "Verwijzingsstap", "Wens", "Wensstap"]
